using System.Collections.Immutable;
using ParisPact.Domain.Duplicates;
using ParisPact.Domain.Duplicates.Linkage;
using ParisPact.Domain.Duplicates.Reports;
using ParisPact.Domain.Duplicates.Verdicts;
using ParisPact.Functions.Partners;
using ParisPact.Functions.Projects;
using ParisPact.Functions.Projects.Lookup;

namespace ParisPact.Functions.Duplicates;

/// <summary>Makes the report of a night from its findings: with what people said up to now, and both projects in words.</summary>
internal sealed class ReportMaking(DuplicateBlobs blobs, FindingsStore findings, VerdictLog log, Register register, RateBook rates, PartnerDirectory directory, PairPeople people)
{
    private const int AtOnce = 500;

    /// <summary>More projects than this part of the register are read by reading all.</summary>
    private const double NearlyAll = 0.25;

    /// <summary>The report of a run that has written its findings down.</summary>
    public async Task<DuplicateReport> OfAsync(DuplicatePlan plan, CancellationToken cancellation)
    {
        var next = await blobs.RequireAsync<MatchState>(plan.Next, cancellation);
        var records = await blobs.RequireAsync<ProjectRecord[]>(next.Records, cancellation);
        var parameters = next.Parameters is { } file ? await blobs.RequireAsync<MatchParameters>(file, cancellation) : null;
        var index = await findings.CurrentAsync(cancellation) ?? throw new InvalidOperationException("A report is made of findings, and there are none.");
        return await OfAsync(index, await log.CurrentAsync(cancellation), records.ToDictionary(static record => record.Key, StringComparer.Ordinal), parameters, cancellation);
    }

    private async Task<DuplicateReport> OfAsync(FindingsIndex index, VerdictBook verdicts, Dictionary<string, ProjectRecord> records, MatchParameters? parameters, CancellationToken cancellation)
    {
        var (findings, book) = (index.Findings, new PairBook(index, verdicts));
        var found = findings.Pairs.Select(pair => book.Find(pair.Id)!).ToList();
        var listed = found.Where(pair => pair.State != PairState.Decided || IsRecent(pair, findings)).ToList();
        var keys = listed.SelectMany(static pair => new[] { pair.Standing.First, pair.Standing.Second })
            .Concat(findings.Groups.SelectMany(static group => group).Select(place => findings.Projects[place].Key)).ToHashSet(StringComparer.Ordinal);
        var cards = await CardsAsync(keys, findings.Figures.Projects, cancellation);
        // One index for all of them: each holds what is kept of every frequent word.
        var explaining = parameters is null ? null : PairExplainer.Of(parameters, keys.Where(records.ContainsKey).Select(key => records[key]));
        var entries = ImmutableArray.CreateBuilder<PairEntry>(listed.Count);
        foreach (var pair in listed.Order(Comparer<KnownPair>.Create(static (one, other) => PairPlace.Compare(one.Place, other.Place))))
            if (cards.TryGetValue(pair.Standing.First, out var first) && cards.TryGetValue(pair.Standing.Second, out var second))
                entries.Add(await EntryAsync(pair, first, second, records, explaining, cancellation));
        return new DuplicateReport(findings.Date, findings.Previous, findings.Figures, entries.DrainToImmutable(), Groups(book, cards), found.Count(pair => pair.State == PairState.Decided && !IsRecent(pair, findings)));
    }

    /// <summary>Decided since the last report: on its night or later.</summary>
    private static bool IsRecent(KnownPair pair, Findings findings) =>
        findings.Previous is not { } previous || DateOnly.FromDateTime(pair.Standing.Decision!.At.UtcDateTime) >= previous;

    private async Task<PairEntry> EntryAsync(KnownPair pair, ProjectCard first, ProjectCard second, Dictionary<string, ProjectRecord> records, MatchIndex? explaining, CancellationToken cancellation)
    {
        var (one, other, found) = (records[pair.Standing.First], records[pair.Standing.Second], pair.Found!);
        var (prior, reasons) = found.Reasons.IsEmpty && explaining is not null ? PairExplainer.Explain(explaining, one.Key, other.Key, pair.Kind) : (0, found.Reasons);
        return new PairEntry(
            pair.Id,
            pair.Kind,
            found.Weight,
            prior,
            [.. reasons.Where(static reason => reason.Bits != 0 || reason.Field == "period")],
            first,
            second,
            pair.State,
            found.FoundOn,
            pair.State == PairState.Reopened ? found.Changes : [],
            pair.Standing.Decision is { } decision ? new Decision(decision.Verdict, decision.Note, decision.By, decision.At) : null,
            pair.Standing.AssignedTo,
            pair.Kind == PairKind.Overlap ? await people.OfAsync(one, other, cancellation) : []);
    }

    private static ImmutableArray<GroupEntry> Groups(PairBook book, Dictionary<string, ProjectCard> cards)
    {
        var findings = book.Index!.Findings;
        var confirmed = ConfirmedGroups.Of(book.Verdicts.Pairs.Values).SelectMany(static group => group.Members.Select(member => (member, group))).ToDictionary(static one => one.member, static one => one.group);
        // By the pairs that were found: a crowd of records that say the very same has too many others.
        var numbers = findings.Groups.SelectMany(static (group, number) => group.Select(place => (place, number))).ToDictionary(static one => one.place, static one => one.number);
        var holding = findings.Pairs.Where(pair => numbers.TryGetValue(pair.First, out var one) && numbers.TryGetValue(pair.Second, out var other) && one == other).ToLookup(pair => numbers[pair.First], static pair => pair.Id);
        var groups = ImmutableArray.CreateBuilder<GroupEntry>();
        foreach (var (number, group) in findings.Groups.Index())
        {
            var members = group.Select(place => findings.Projects[place]).ToList();
            if (!members.TrueForAll(member => cards.ContainsKey(member.Key))) continue;
            var isConfirmed = confirmed.GetValueOrDefault(members[0].Key) is { } known && members.TrueForAll(member => ReferenceEquals(confirmed.GetValueOrDefault(member.Key), known));
            groups.Add(new GroupEntry(
                [.. members.Select(member => cards[member.Key].Identity)],
                LeadRecord.Suggest(members.Select(static member => member.Candidate)).Why,
                [.. holding[number]],
                isConfirmed,
                Conflict(members, confirmed)));
        }

        return groups.ToImmutable();
    }

    private static string? Conflict(List<FoundProject> members, Dictionary<string, ConfirmedGroup> confirmed) =>
        members.Select(member => confirmed.GetValueOrDefault(member.Key)).OfType<ConfirmedGroup>().SelectMany(static group => group.Conflicts).FirstOrDefault() is { Decision: { } decision }
            ? $"{decision.By} said on {decision.At.UtcDateTime:yyyy-MM-dd} that two are the same which another verdict keeps apart; that verdict does not count."
            : null;

    private async Task<Dictionary<string, ProjectCard>> CardsAsync(HashSet<string> keys, int projects, CancellationToken cancellation)
    {
        var (known, _) = await rates.CurrentAsync(cancellation);
        var names = (await directory.AllAsync(cancellation)).ToDictionary(static listed => listed.Partner.Id, static listed => listed.Partner.Name);
        var cards = new Dictionary<string, ProjectCard>(StringComparer.Ordinal);
        if (keys.Count > NearlyAll * projects)
        {
            await foreach (var stored in register.ScanAsync(cancellation)) Add(stored);
            return cards;
        }

        foreach (var some in keys.Select(Pairs.KeyOf).Chunk(AtOnce))
            foreach (var stored in (await register.GetManyAsync(some, cancellation)).Values) Add(stored);
        return cards;

        void Add(StoredProject stored)
        {
            if (Pairs.TextOf(stored.Key) is var key && keys.Contains(key))
                cards[key] = ProjectCards.Of(stored.Project, names.GetValueOrDefault(stored.Project.Partner, stored.Project.Partner.Value), stored.Version, stored.Withdrawn, known);
        }
    }
}
