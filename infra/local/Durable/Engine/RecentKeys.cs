namespace ParisPact.Local.Durable.Engine;

/// <summary>Keys of the last messages that an instance was told, so that one which is sent once more is known.</summary>
internal sealed class RecentKeys
{
    private const int Most = 1000;

    private readonly HashSet<string> keys = new(StringComparer.Ordinal);
    private readonly Queue<string> inOrder = new();

    public bool Knows(string key) => keys.Contains(key);

    /// <summary>Whether the key is new.</summary>
    public bool Remember(string key)
    {
        if (!keys.Add(key)) return false;
        inOrder.Enqueue(key);
        if (inOrder.Count > Most) keys.Remove(inOrder.Dequeue());
        return true;
    }
}
