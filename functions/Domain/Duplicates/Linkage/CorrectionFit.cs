using System.Collections.Immutable;

namespace ParisPact.Domain.Duplicates.Linkage;

/// <summary>
/// Fits a correction to verdicts: the likeliest one, if beforehand a correction is held to be the less likely the larger it is. So a few verdicts
/// move little, and what no verdict speaks of stays. That people decide of the pairs which they are shown, and those are chosen by weight, does no
/// harm: it is asked what a verdict is, given the weight and the levels, and never how often a level is met.
/// </summary>
internal sealed class CorrectionFit
{
    private const double Bit = 0.6931471805599453;

    /// <summary>Variances beforehand: of the scale, of the shift, and of what a level says; the latter two in squared bits.</summary>
    private const double OfScale = 0.09;
    private const double OfShift = 16;
    private const double OfLevel = 1;

    private const double MostWeight = 30;
    private const double LeastScale = 0.25;
    private const double MostScale = 2;
    private const int Sweeps = 60;

    private readonly Verdict[] _verdicts;
    private readonly double[] _sums;
    private readonly double[][] _bits;
    private double _scale = 1;
    private double _shift;

    private CorrectionFit(IReadOnlyList<Comparison> comparisons, Verdict[] verdicts)
    {
        _verdicts = verdicts;
        _bits = [.. comparisons.Select(static comparison => new double[comparison.Levels.Length])];
        _sums = [.. verdicts.Select(static verdict => Math.Clamp(verdict.Weight, -MostWeight, MostWeight))];
    }

    public static Correction Of(IReadOnlyList<Comparison> comparisons, Verdict[] verdicts)
    {
        var fit = new CorrectionFit(comparisons, verdicts);
        for (var sweep = 0; sweep < Sweeps; sweep++) fit.Sweep();
        return new Correction(fit._scale, fit._shift, [.. fit._bits.Select(static levels => levels.ToImmutableArray())]);
    }

    /// <summary>Newton's step for each number in turn: the likelihood has one maximum.</summary>
    private void Sweep()
    {
        var step = Step(static _ => true, static _ => 1, _shift, OfShift);
        _shift += step;
        Add(static _ => true, static _ => 1, step);

        step = Math.Clamp(_scale + Step(static _ => true, Known, _scale - 1, OfScale), LeastScale, MostScale) - _scale;
        _scale += step;
        Add(static _ => true, Known, step);

        for (var at = 0; at < _bits.Length; at++)
        {
            for (var level = 1; level < _bits[at].Length; level++)
            {
                var (comparison, wanted) = (at, level);
                bool Has(Verdict verdict) => Pattern.Level(verdict.Pattern, comparison) == wanted;
                step = Step(Has, static _ => 1, _bits[at][level], OfLevel);
                _bits[at][level] += step;
                Add(Has, static _ => 1, step);
            }
        }
    }

    private static double Known(Verdict verdict) => Math.Clamp(verdict.Weight, -MostWeight, MostWeight);

    private double Step(Func<Verdict, bool> has, Func<Verdict, double> feature, double value, double variance)
    {
        var (slope, curve) = (-value / variance, 1 / variance);
        for (var at = 0; at < _verdicts.Length; at++)
        {
            if (!has(_verdicts[at])) continue;
            var (chance, by) = (1 / (1 + Math.Exp(-_sums[at] * Bit)), feature(_verdicts[at]) * Bit);
            slope += ((_verdicts[at].Is ? 1 : 0) - chance) * by;
            curve += chance * (1 - chance) * by * by;
        }

        // Far from the maximum the curve is flat, and the step would leap over it.
        return Math.Clamp(slope / curve, -1, 1);
    }

    private void Add(Func<Verdict, bool> has, Func<Verdict, double> feature, double step)
    {
        for (var at = 0; at < _verdicts.Length; at++)
            if (has(_verdicts[at])) _sums[at] += feature(_verdicts[at]) * step;
    }
}
