using System.Collections.Immutable;
namespace ParisPact.Domain.Duplicates.Linkage;

/// <summary>
/// Compares when two projects run, by start and end together: compared one by one, the two would count the same evidence twice. Dates of one
/// project are moved by weeks or months from report to report; phases and renewals follow each other.
/// </summary>
public sealed class PeriodComparison : Comparison
{
    private const int Month = 31;
    private const int HalfYear = 190;
    private const int Year = 372;

    /// <summary>The next phase may begin some days before the last one ends.</summary>
    private const int Seam = 15;

    private static readonly string[] StartDays = ["start day", "start quarter", "start year", "start half year"];
    private static readonly string[] EndDays = ["end day", "end quarter", "end year", "end half year"];

    private readonly int[]? _starts;
    private readonly int[]? _ends;

    /// <param name="starts">null where the records have no such field.</param>
    /// <param name="ends">null where the records have no such field.</param>
    public PeriodComparison(string field, Column? starts, Column? ends)
        : base(field, "missing", "are years apart", "follow one another", "overlap in part", "overlap", "nearly agree", "share a day of start or end", "are the same")
    {
        _starts = starts is null ? null : Days.Of(starts);
        _ends = ends is null ? null : Days.Of(ends);
    }

    /// <inheritdoc/>
    public override ImmutableArray<double> Expected => [0.002, 0.0005, 0.0975, 0.15, 0.3, 0.2, 0.25];

    public override int Level(int left, int right)
    {
        var (start, end, otherStart, otherEnd) = (Of(_starts, left), Of(_ends, left), Of(_starts, right), Of(_ends, right));
        var (starts, ends) = (start != Days.None && otherStart != Days.None, end != Days.None && otherEnd != Days.None);
        if (starts && ends) return Whole(start, end, otherStart, otherEnd);
        var follows = Follows(end, otherStart) || Follows(otherEnd, start);
        if (starts) return follows ? Math.Abs(start - otherStart) > 3 * Year ? 1 : 2 : Near(Math.Abs(start - otherStart));
        if (ends) return follows ? Math.Abs(end - otherEnd) > 3 * Year ? 1 : 2 : Near(Math.Abs(end - otherEnd));
        return follows ? 2 : Nothing;
    }

    internal override void AddLevels(ReadOnlySpan<RecordPair> pairs, Span<ulong> patterns, int shift)
    {
        for (var at = 0; at < pairs.Length; at++) patterns[at] |= (ulong)Level(pairs[at].Left, pairs[at].Right) << shift;
    }

    public override void AddAtoms(int record, List<ulong> atoms)
    {
        Add(StartDays, Of(_starts, record), atoms);
        Add(EndDays, Of(_ends, record), atoms);
    }

    private static int Whole(int start, int end, int otherStart, int otherEnd)
    {
        var (starts, ends) = (Math.Abs(start - otherStart), Math.Abs(end - otherEnd));
        if (starts == 0 && ends == 0) return 7;
        if (starts == 0 || ends == 0) return 6;
        var common = Math.Min(end, otherEnd) - Math.Max(start, otherStart);
        if (common <= Seam) return common < -Year ? 1 : 2;
        if (starts <= Month && ends <= Month) return 5;
        var part = common / (double)Math.Max(1, Math.Max(end, otherEnd) - Math.Min(start, otherStart));
        return part > 0.7 ? 5 : part > 0.4 ? 4 : 3;
    }

    private static int Near(int days) => days switch { 0 => 6, <= Month => 5, <= HalfYear => 4, <= Year => 3, _ => 2 };

    private static bool Follows(int end, int start) => end != Days.None && start != Days.None && start >= end - Seam;

    private static int Of(int[]? days, int record) => days is null ? Days.None : days[record];

    /// <summary>The day, and the quarter and years around it: dates that are moved stay near.</summary>
    private static void Add(string[] kinds, int day, List<ulong> atoms)
    {
        if (day == Days.None) return;
        atoms.Add(Atom.Of(kinds[0], day));
        atoms.Add(Atom.Of(kinds[1], day / 92));
        atoms.Add(Atom.Of(kinds[2], day / 366));
        atoms.Add(Atom.Of(kinds[3], (day + 183) / 366));
    }
}
