namespace ParisPact.Domain.Duplicates.Reports;

/// <summary>One step of a <see cref="Waterfall"/>.</summary>
/// <param name="Words">What it is, in lower case and without a full stop.</param>
/// <param name="Bits">What it adds.</param>
/// <param name="From">The weight before it, in bits.</param>
/// <param name="To">The weight after it, in bits.</param>
public sealed record WaterfallStep(string Words, double Bits, double From, double To)
{
    /// <summary>The chance that goes with the weight after it, from 0 to 1.</summary>
    public double Chance => 1 / (1 + Math.Pow(2, -To));
}
