using ParisPact.Local.Durable.History;

namespace ParisPact.Local.Durable.Engine;

/// <summary>
/// An instance that is not finished, with its history kept in memory between wake-ups and the messages it has not been told yet.
/// The mailbox and the flag <see cref="IsBusy"/> are guarded by the instance; all else belongs to the one turn that runs.
/// </summary>
internal sealed class LiveInstance(InstanceRecord record)
{
    private readonly List<Message> mailbox = [];
    private readonly RecentKeys keys = new();
    private readonly List<HistoryEvent> history = [];

    public InstanceRecord Record { get; private set; } = record;

    public IReadOnlyList<HistoryEvent> History => history;

    /// <summary>Calls that wait for an answer, by sequence number.</summary>
    public Dictionary<int, Decided> Open { get; } = [];

    /// <summary>Those of them that are under way in this process.</summary>
    public HashSet<int> UnderWay { get; } = [];

    /// <summary>Messages in the inboxes of their receivers, who are told when the outbox is known to be empty.</summary>
    public List<(LiveInstance Receiver, Message Message)> Sent { get; } = [];

    /// <summary>Whether the body has run at all.</summary>
    public bool HasStarted { get; private set; }

    /// <summary>Whether the time to start has come.</summary>
    public bool MayStart { get; set; }

    /// <summary>Whether the stored state must be read before the next turn, because a write failed and may or may not be done.</summary>
    public bool IsDoubtful { get; set; }

    /// <summary>Whether the present execution was reported for awaiting what it must not.</summary>
    public bool WasReported { get; set; }

    private bool IsBusy { get; set; }

    /// <summary>Adds a message, unless it was added before; true when the caller must now run turns.</summary>
    public bool Post(Message message)
    {
        lock (mailbox)
        {
            Add(message);
            return Claim();
        }
    }

    /// <summary>Adds a message without waking the instance.</summary>
    public void Add(Message message)
    {
        lock (mailbox)
        {
            if (message.Key is null || keys.Remember(message.Key)) mailbox.Add(message);
        }
    }

    /// <summary>Whether a message with this key came before.</summary>
    public bool Knows(string key)
    {
        lock (mailbox) return keys.Knows(key);
    }

    /// <summary>True when there is something to do and the caller must now run turns.</summary>
    public bool Wake()
    {
        lock (mailbox) return Claim();
    }

    /// <summary>What to tell in the next turn; null when there is nothing to do, and then the turns are over.</summary>
    public IReadOnlyList<Message>? Take()
    {
        lock (mailbox)
        {
            IsBusy = HasWork;
            if (!IsBusy) return null;
            if (!HasStarted && !MayStart) return [TakeTermination()];
            var keyed = 0;
            var count = mailbox.TakeWhile(message => message.Key is null || ++keyed <= Commit.MostConsumed).Count();
            var told = mailbox.GetRange(0, count);
            mailbox.RemoveRange(0, count);
            return told;
        }
    }

    /// <summary>Puts back what a failed turn was to tell.</summary>
    public void PutBack(IReadOnlyList<Message> told)
    {
        lock (mailbox) mailbox.InsertRange(0, told);
    }

    public bool HasAnswerFor(int id)
    {
        lock (mailbox) return mailbox.Exists(message => message.Event is Answer answer && answer.Id == id && IsFor(message));
    }

    /// <summary>Whether a message is for the present execution, and not an answer to a call that has one.</summary>
    public bool Concerns(Message message) => IsFor(message) && (message.Event is not Answer answer || Open.ContainsKey(answer.Id));

    /// <summary>Takes over what was committed.</summary>
    public void Committed(InstanceRecord committed, IReadOnlyList<HistoryEvent> events)
    {
        if (committed.ExecutionId != Record.ExecutionId) Forget();
        Record = committed;
        history.AddRange(events);
        HasStarted |= events.Any(fact => fact is ExecutionStarted);
    }

    /// <summary>Takes over what is stored; answers that only this process knows stay in the mailbox.</summary>
    public void Loaded(StoredInstance stored)
    {
        var underWay = stored.Record.ExecutionId == Record.ExecutionId ? UnderWay.ToList() : [];
        Forget();
        UnderWay.UnionWith(underWay);
        Record = stored.Record;
        Committed(stored.Record, stored.History);
        foreach (var decided in stored.History.OfType<Decided>().Where(decided => decided is not EventSent)) Open[decided.Id] = decided;
        foreach (var answer in stored.History.OfType<Answer>()) Open.Remove(answer.Id);
        lock (mailbox)
        {
            mailbox.RemoveAll(message => message.Key is not null);
            mailbox.InsertRange(0, stored.Inbox);
            foreach (var message in stored.Inbox) keys.Remember(message.Key!);
        }
    }

    private bool HasWork => HasStarted || MayStart
        ? mailbox.Count > 0 || !HasStarted || IsDoubtful || Record.Outbox.Count > 0
        : mailbox.Exists(message => message.Event is ExecutionTerminated);

    private bool IsFor(Message message) =>
        (message.ExecutionId ?? (message.Event as Answer)?.ExecutionId) is not { } execution || execution == Record.ExecutionId;

    private bool Claim()
    {
        if (IsBusy || !HasWork) return false;
        IsBusy = true;
        return true;
    }

    private Message TakeTermination()
    {
        var index = mailbox.FindIndex(message => message.Event is ExecutionTerminated);
        var message = mailbox[index];
        mailbox.RemoveAt(index);
        return message;
    }

    private void Forget()
    {
        history.Clear();
        Open.Clear();
        UnderWay.Clear();
        HasStarted = false;
        WasReported = false;
    }
}
