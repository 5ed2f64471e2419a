using System.Collections.Immutable;
using System.Globalization;
using ParisPact.Domain.Duplicates.Linkage;

namespace ParisPact.Domain.Duplicates.Verdicts;

/// <summary>Whether a decided pair is to be looked at again: one of the two has changed, and the change speaks against what was decided.</summary>
public static class Reopening
{
    /// <summary>Bits by which what changed must move the weight: four times as likely, or a quarter.</summary>
    public const double Matters = 2;

    /// <summary>What changed since the decision, in sentences; empty where the decision stands.</summary>
    /// <param name="now">The versions and reasons of today, from the model of today.</param>
    public static ImmutableArray<string> Of(PairKind verdict, Sight seen, Sight now)
    {
        // A new model may weigh the same findings otherwise; that is no reason to ask people again.
        if (seen.First == now.First && seen.Second == now.Second) return [];
        var before = Numbered(seen.Reasons);
        var changed = Numbered(now.Reasons)
            .Select(reason => (Was: before.GetValueOrDefault(reason.Key), Is: reason.Value))
            .Where(static pair => pair.Was is not null && pair.Was.Finding != pair.Is.Finding)
            .ToList();
        var moved = changed.Sum(static pair => pair.Is.Bits - pair.Was!.Bits);
        var matters = verdict switch
        {
            PairKind.Same => moved <= -Matters,
            PairKind.Unrelated => moved >= Matters,
            _ => Math.Abs(moved) >= Matters,
        };
        return matters ? [.. changed.Select(Sentence)] : [];
    }

    private static string Sentence((Reason? Was, Reason Is) change) =>
        string.Create(CultureInfo.InvariantCulture, $"{Capital(change.Is.Field)}: was \"{change.Was!.Finding}\" ({change.Was.Bits:+0.0;-0.0;0}), is \"{change.Is.Finding}\" ({change.Is.Bits:+0.0;-0.0;0}).");

    private static string Capital(string field) => field.Length == 0 ? field : char.ToUpperInvariant(field[0]) + field[1..];

    /// <summary>By field, and by which of the field's comparisons it is: a title has two.</summary>
    private static Dictionary<(string, int), Reason> Numbered(ImmutableArray<Reason> reasons)
    {
        var numbered = new Dictionary<(string, int), Reason>();
        foreach (var reason in reasons)
        {
            var number = 0;
            while (!numbered.TryAdd((reason.Field, number), reason)) number++;
        }

        return numbered;
    }
}
