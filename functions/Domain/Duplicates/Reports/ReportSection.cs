using System.Collections.Immutable;

namespace ParisPact.Domain.Duplicates.Reports;

/// <summary>The sections of a report, in their order.</summary>
public enum ReportSection
{
    /// <summary>New, or open again.</summary>
    New = 1,

    Open,

    Decided,
}

/// <summary>Pairs of one section and kind, in the report's order.</summary>
public sealed record ReportPart(ReportSection Section, PairKind Kind, ImmutableArray<PairEntry> Pairs);
