using System.Collections.Immutable;
using ParisPact.Domain.Intake.Iati;

namespace ParisPact.Functions.Intake.Iati;

/// <summary>
/// The schema wants countries before locations and budgets before transactions. A list that had another order is written with
/// <c>pp:position</c> on each of its elements, and is put back by it.
/// </summary>
internal static class InOrder
{
    public const string Attribute = "pp:position";

    /// <summary>The position that the element names, else the one that it has in the file.</summary>
    public static int PositionOf(IatiElement element, int inFile) => IatiValues.Whole(element[Attribute]) ?? inFile;

    public static ImmutableArray<T> Of<T>(List<(int Position, T Value)> items) => [.. items.OrderBy(item => item.Position).Select(item => item.Value)];
}
