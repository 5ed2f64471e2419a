using System.Collections.Immutable;
using System.Globalization;
using Microsoft.AspNetCore.Components;
using ParisPact.Domain.Duplicates.Reports;

namespace ParisPact.Functions.Duplicates.Reports;

/// <summary>A pair in full: both projects side by side, why they are a pair, and what to do.</summary>
public sealed partial class ReportPair
{
    private const int HeadingTitle = 100;

    private ImmutableArray<CardRow> _all;
    private double _least;
    private double _most;

    [Parameter, EditorRequired]
    public PairEntry Pair { get; set; } = null!;

    [Parameter, EditorRequired]
    public ReportLinks Links { get; set; } = null!;

    /// <summary>The number of the group that it belongs to.</summary>
    [Parameter]
    public int? Group { get; set; }

    private ProjectCard[] Cards => [Pair.Left, Pair.Right];

    private ImmutableArray<WaterfallStep> Steps { get; set; }

    private IEnumerable<CardRow> Rows => _all.Where(static row => row.Difference != CardDifference.Missing);

    /// <summary>The fields of which neither says anything, in one line.</summary>
    private string Absent => string.Join(", ", _all.Where(static row => row.Difference == CardDifference.Missing).Select(static row => ReportText.Label(row.Field).ToLowerInvariant()));

    protected override void OnParametersSet()
    {
        _all = CardRows.Of(Pair.Left, Pair.Right);
        Steps = Waterfall.Of(Pair);
        _least = Math.Min(0, Steps.Select(static step => Math.Min(step.From, step.To)).DefaultIfEmpty().Min());
        _most = Math.Max(0, Steps.Select(static step => Math.Max(step.From, step.To)).DefaultIfEmpty().Max());
    }

    /// <summary>Partners have references of their own: that they differ says nothing.</summary>
    private static bool IsMarked(CardRow row) => row is not { Field: CardField.Reference, Difference: CardDifference.Different };

    private static string RowClass(CardRow row) => row.Difference switch
    {
        CardDifference.Same => "same",
        CardDifference.InPart => "part",
        CardDifference.Different => "differs",
        _ => "one",
    };

    private static string Sign(CardRow row) => row.Difference switch
    {
        CardDifference.Same => "=",
        CardDifference.InPart => "≈",
        CardDifference.Different => "≠",
        _ => "◐",
    };

    private static string Shown(CardField field, CardValue value) =>
        ShortText.Of(value.Text, field == CardField.Title ? ReportText.LongestTitle : field == CardField.Description ? ReportText.LongestDescription : 2 * ReportText.LongestName) is { Length: > 0 } text ? text : "(blank)";

    private static string Words(WaterfallStep step) => ShortText.Of(step.Words, ReportText.LongestTitle) is { Length: > 0 } words ? char.ToUpperInvariant(words[0]) + words[1..] : "";

    private string Place(double bits) => Percent(_most > _least ? (bits - _least) / (_most - _least) * 100 : 0);

    private string Width(WaterfallStep step) => Percent(_most > _least ? Math.Abs(step.Bits) / (_most - _least) * 100 : 0);

    private static string Percent(double part) => part.ToString("0.##", CultureInfo.InvariantCulture);
}
