namespace ParisPact.Domain.Duplicates.Linkage;

/// <summary>How well weights over 0 agree with what people decided.</summary>
/// <param name="Surprise">Bits by which a verdict surprises, on average; 0 where each is foreseen with certainty.</param>
public sealed record Accuracy(double Precision, double Recall, double F1, double Surprise)
{
    internal static Accuracy Of(IEnumerable<(double Weight, bool Is)> pairs)
    {
        var (taken, right, all, count, surprise) = (0.0, 0.0, 0.0, 0, 0.0);
        foreach (var (weight, isOne) in pairs)
        {
            count++;
            if (isOne) all++;
            if (weight > 0) taken++;
            if (weight > 0 && isOne) right++;
            // No single verdict counts for more than one that was a million to one.
            surprise += Math.Min(20, Math.Log2(1 + Math.Pow(2, Math.Clamp(isOne ? -weight : weight, -40, 40))));
        }

        return new Accuracy(right / Math.Max(1, taken), right / Math.Max(1, all), 2 * right / Math.Max(1, taken + all), surprise / Math.Max(1, count));
    }
}
