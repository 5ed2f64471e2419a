using Microsoft.DurableTask;

namespace ParisPact.Local.Durable.Engine;

/// <summary>Events of one execution: those that nobody waited for yet, and those who wait. Names are compared without case.</summary>
/// <param name="converter">Reads payloads when they are delivered.</param>
/// <param name="lost">Told the name of an event that a cancelled waiter swallowed.</param>
internal sealed class ExternalEvents(DataConverter converter, Action<string> lost)
{
    private readonly Dictionary<string, Stack<Waiter>> waiting = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<(string Name, string? Json)> buffered = [];

    public bool AnyWaiter => waiting.Values.Any(stack => stack.Any(waiter => !waiter.IsOver));

    /// <summary>In order of arrival.</summary>
    public IReadOnlyList<(string Name, string? Json)> Buffered => buffered;

    public Task<T> Wait<T>(string name, CancellationToken cancellation)
    {
        if (!waiting.TryGetValue(name, out var stack)) waiting[name] = stack = new();
        if (stack.TryPeek(out var other) && other.Type != typeof(T))
        {
            throw new ArgumentException($"Events with the same name must have the same type argument. Expected {other.Type.FullName} but was requested {typeof(T).FullName}.");
        }

        var waiter = new Waiter<T>();
        stack.Push(waiter);
        var kept = buffered.FindIndex(raised => string.Equals(raised.Name, name, StringComparison.OrdinalIgnoreCase));
        if (kept >= 0)
        {
            var json = buffered[kept].Json;
            buffered.RemoveAt(kept);
            Raise(name, json);
        }

        cancellation.Register(() => waiter.Cancel(cancellation));
        return waiter.Task;
    }

    /// <summary>
    /// Gives the event to the newest waiter of its name, or keeps it. The published SDK hands it even to a waiter that was cancelled, and so loses it;
    /// this is kept, with a warning, lest the local runtime be kinder than Azure.
    /// </summary>
    /// <exception cref="System.Text.Json.JsonException">The payload does not fit what the waiter wants.</exception>
    public void Raise(string name, string? json)
    {
        if (!waiting.TryGetValue(name, out var stack) || !stack.TryPop(out var waiter))
        {
            buffered.Add((name, json));
        }
        else if (!waiter.Deliver(converter.Deserialize(json, waiter.Type)))
        {
            lost(name);
        }
    }

    private abstract class Waiter
    {
        public abstract Type Type { get; }

        public abstract bool IsOver { get; }

        public abstract bool Deliver(object? value);
    }

    private sealed class Waiter<T> : Waiter
    {
        private readonly TaskCompletionSource<T> source = new();

        public Task<T> Task => source.Task;

        public override Type Type => typeof(T);

        public override bool IsOver => source.Task.IsCompleted;

        public override bool Deliver(object? value) => source.TrySetResult(value is null ? default! : (T)value);

        public void Cancel(CancellationToken cancellation) => source.TrySetCanceled(cancellation);
    }
}
