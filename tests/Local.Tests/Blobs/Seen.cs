using System.Collections.Concurrent;

namespace ParisPact.Tests.Blobs;

/// <summary>What the blob functions of a test were given, in the order in which they ended; and what they should do.</summary>
public sealed class Seen
{
    private readonly ConcurrentQueue<string> lines = [];
    private int running;

    public IReadOnlyCollection<string> Lines => lines;

    /// <summary>Called in each run with what it was given; may throw.</summary>
    public Func<string, Task> During { get; set; } = _ => Task.CompletedTask;

    public int Most { get; private set; }

    public async Task Take(string line)
    {
        Most = Math.Max(Most, Interlocked.Increment(ref running));
        try
        {
            lines.Enqueue(line);
            await During(line);
        }
        finally
        {
            Interlocked.Decrement(ref running);
        }
    }
}
