namespace ParisPact.Functions.Platform;

/// <summary>Something to do once in a process, such as making sure that a table is there; done again where it failed.</summary>
internal sealed class OnceDone(Func<Task> action)
{
    private readonly Lock _gate = new();
    private Task? _done;

    public Task EnsureAsync()
    {
        lock (_gate)
        {
            if (_done is null || _done.IsFaulted || _done.IsCanceled) _done = action();
            return _done;
        }
    }
}
