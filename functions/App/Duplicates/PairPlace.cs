using System.Globalization;
using ParisPact.Domain.Duplicates.Reports;

namespace ParisPact.Functions.Duplicates;

/// <summary>Where a pair stands in lists: what asks for something first, of that the most certain.</summary>
internal readonly record struct PairPlace(PairState State, double Weight, string Id)
{
    public static int Compare(PairPlace one, PairPlace other)
    {
        if (one.State != other.State) return one.State.CompareTo(other.State);
        return one.Weight != other.Weight ? other.Weight.CompareTo(one.Weight) : string.CompareOrdinal(one.Id, other.Id);
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{(int)State} {Weight:R} {Id}");

    /// <summary>Null where the text is none.</summary>
    public static PairPlace? From(string text) => text.Split(' ') is [var state, var weight, var id]
        && int.TryParse(state, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && Enum.IsDefined((PairState)number)
        && double.TryParse(weight, NumberStyles.Float, CultureInfo.InvariantCulture, out var bits)
            ? new PairPlace((PairState)number, bits, id)
            : null;
}
