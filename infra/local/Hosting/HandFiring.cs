using System.Text.Json;
using Microsoft.Azure.Functions.Worker;
using ParisPact.Local.Blobs;
using ParisPact.Local.Functions;
using ParisPact.Local.Timers;

namespace ParisPact.Local.Hosting;

/// <summary>Fires a function by hand, without waiting for it.</summary>
internal sealed class HandFiring(TimerService timers, BlobTriggerService blobs)
{
    /// <summary>Null when it was fired, else why it was not.</summary>
    public string? Fire(FunctionEntry function, JsonElement input)
    {
        switch (function.Trigger)
        {
            case TimerTriggerAttribute:
                if (timers.Find(function) is not { } timer)
                {
                    return $"The timer '{function.Name}' is in error; see the log of the start.";
                }

                timer.Fire();
                return null;
            case BlobTriggerAttribute:
                return blobs.Fire(function, input.ValueKind == JsonValueKind.String ? input.GetString()! : "");
            case HttpTriggerAttribute:
                return $"'{function.Name}' is called at its own route.";
            default:
                return $"'{function.Name}' cannot be fired by hand.";
        }
    }
}
