using System.Collections.Immutable;

namespace ParisPact.Domain.Duplicates.Reports;

/// <summary>How a pair's weight comes about, step by step, from what is known before anything is compared to what is known after it.</summary>
public static class Waterfall
{
    /// <summary>Bits. What reasons leave unsaid is told from here on.</summary>
    private const double WorthTelling = 0.05;

    /// <summary>The prior, where it says something; the reasons in their order; and what they leave unsaid, where that is anything. The last step ends at the pair's weight.</summary>
    public static ImmutableArray<WaterfallStep> Of(PairEntry pair)
    {
        var steps = ImmutableArray.CreateBuilder<WaterfallStep>(pair.Reasons.Length + 2);
        var at = 0.0;
        if (pair.Prior != 0) Add("before anything is compared", pair.Prior);
        foreach (var reason in pair.Reasons) Add(ReasonWords.Of(reason, pair.Left, pair.Right), reason.Bits);
        if (Math.Abs(pair.Weight - at) >= WorthTelling) Add("everything else", pair.Weight - at);
        return steps.ToImmutable();

        void Add(string words, double bits)
        {
            steps.Add(new WaterfallStep(words, bits, at, at + bits));
            at += bits;
        }
    }

    /// <summary>The reasons in one line, the weightiest first, such as "both name Sample Agency as funding organisation (+4.1); periods overlap (+1.2)".</summary>
    public static string Line(PairEntry pair, int most = int.MaxValue) => string.Join("; ", pair.Reasons
        .OrderByDescending(static reason => Math.Abs(reason.Bits)).Take(most)
        .Select(reason => $"{ReasonWords.Of(reason, pair.Left, pair.Right)} ({ReasonWords.Bits(reason.Bits)})"));
}
