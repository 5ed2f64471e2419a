using Microsoft.Azure.Functions.Worker;

namespace ParisPact.Tests.Timers;

public static class TimerFunctions
{
    [Function("Nightly")]
    public static void Nightly([TimerTrigger("0 0 2 * * *")] TimerInfo timer)
    {
    }
}
