using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using ParisPact.Domain.Duplicates.Verdicts;
using ParisPact.Functions.Platform;

namespace ParisPact.Functions.Duplicates;

/// <summary>
/// What people have said of pairs: all of it, in one order, in table <c>Verdicts</c>. It names projects by their keys and spells no
/// reference, so that there is nothing to forget when a project is taken down. Each instance keeps what it has read and reads on.
/// </summary>
[SuppressMessage("Design", "CA1001", Justification = "A semaphore whose wait handle is never asked for holds nothing to dispose of.")]
internal sealed class VerdictLog(Storage storage)
{
    public const string Table = "Verdicts";

    private readonly SemaphoreSlim _reading = new(1);
    private AppendLog? _log;
    private VerdictBook _book = VerdictBook.Empty;

    /// <summary>All pairs that anybody did anything with, as they stand now.</summary>
    public async Task<VerdictBook> CurrentAsync(CancellationToken cancellation)
    {
        await _reading.WaitAsync(cancellation);
        try
        {
            _log ??= new AppendLog(await storage.TableAsync(Table));
            var (pairs, position) = (_book.Pairs.ToBuilder(), _book.Position);
            await foreach (var (at, row) in _log.ReadAfterAsync(_book.Position, cancellation))
            {
                Apply(pairs, VerdictRow.Read(row));
                position = at;
            }

            return _book = new VerdictBook(pairs.ToImmutable(), position);
        }
        finally
        {
            _reading.Release();
        }
    }

    private static void Apply(ImmutableDictionary<string, PairStanding>.Builder pairs, PairEvent happened)
    {
        var from = happened is PairEvent.Moved moved ? moved.From : happened.Pair;
        var before = pairs.GetValueOrDefault(from, PairStanding.Begun(happened.First, happened.Second));
        if (happened is PairEvent.Moved)
        {
            // Moved once already, or spoken of under its new name since, which then counts.
            if (!pairs.Remove(from) || pairs.ContainsKey(happened.Pair)) return;
        }

        pairs[happened.Pair] = before.After(happened);
    }

    /// <summary>Adds what somebody did, if the pair stands as they saw it.</summary>
    /// <param name="mayHappen">Asked of the pair as it stands at that very moment; false where it does not stand as the caller thinks.</param>
    /// <returns>The pair after it; null where the condition did not hold.</returns>
    public async Task<PairStanding?> AddAsync(PairEvent happened, Func<PairStanding, bool> mayHappen, CancellationToken cancellation)
    {
        while (true)
        {
            var book = await CurrentAsync(cancellation);
            var before = book.Of(happened.First, happened.Second);
            // One's own write is known again, whose answer was lost and which the client library sent a second time.
            if (before.Events.Any(known => known.Id == happened.Id)) return before;
            if (!mayHappen(before)) return null;
            if (await _log!.TryAppendAsync(book.Position + 1, row => VerdictRow.Fill(row, happened), cancellation)) return before.After(happened);
        }
    }

    /// <summary>Adds what somebody did with many pairs.</summary>
    public async Task AddAllAsync(IReadOnlyCollection<PairEvent> happened, CancellationToken cancellation)
    {
        await CurrentAsync(cancellation);
        await _log!.AppendAsync(happened.Select(static one => (Action<Azure.Data.Tables.TableEntity>)(row => VerdictRow.Fill(row, one))), cancellation);
    }
}
