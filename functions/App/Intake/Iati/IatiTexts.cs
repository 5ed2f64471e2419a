using System.Collections.Immutable;
using ParisPact.Domain.Intake.Iati;
using ParisPact.Domain.Intake.Tables;
using ParisPact.Domain.Projects;

namespace ParisPact.Functions.Intake.Iati;

/// <summary>Reads an activity's titles and descriptions, each in the languages that the file gives.</summary>
internal sealed class IatiTexts(IatiElement activity, ProblemList problems, bool isVersion1)
{
    private readonly ImmutableArray<Narrative>.Builder _titles = ImmutableArray.CreateBuilder<Narrative>();
    private readonly List<Description> _descriptions = [];
    private bool _languageMissed;

    public ImmutableArray<Description> Descriptions => [.. _descriptions];

    public void Title(IatiElement element) => _titles.AddRange(Cut(element, IatiText.Narratives(element, lines: false), ProjectLimits.Title));

    public void Description(IatiElement element)
    {
        var narratives = Cut(element, IatiText.Narratives(element, lines: true), ProjectLimits.Description);
        if (narratives.IsEmpty)
        {
            problems.Add(element.Warn("iati.description-empty", "The description has no text."));
            return;
        }

        var type = 1;
        if (element.Trimmed("type") is { } text)
        {
            type = IatiValues.Whole(text) is { } code and >= 1 and <= 4 ? code : 4;
            if (type.ToString(System.Globalization.CultureInfo.InvariantCulture) != text)
                problems.Add(element.WarnOf("type", "iati.description-type-unknown", $"There is no type {Quote.Of(text)} of descriptions; it is read as 4, other."));
        }

        // Version 1 repeated the element for each language.
        if (isVersion1 && _descriptions.FindIndex(other => other.Type == type && other.Narratives.All(one => narratives.All(two => one.Language != two.Language))) is var same and >= 0)
            _descriptions[same] = _descriptions[same] with { Narratives = _descriptions[same].Narratives.AddRange(narratives) };
        else
            _descriptions.Add(new Description(type, narratives));
    }

    /// <summary>The texts as far as they are kept.</summary>
    private ImmutableArray<Narrative> Cut(IatiElement element, ImmutableArray<Narrative> narratives, int most)
    {
        foreach (var narrative in narratives)
        {
            if (narrative.Text.Length <= most) continue;
            problems.Add(element.Warn("text.too-long", ProjectLimits.SayCut(narrative.Text, most)));
            narratives = narratives.Replace(narrative, narrative with { Text = ProjectLimits.Cut(narrative.Text, most) });
        }

        return narratives;
    }

    /// <summary>Rule 4.1.1 of the standard ruleset, once for an activity: each narrative has a language, or the activity has a default one.</summary>
    public void CheckLanguage(IatiElement child)
    {
        if (_languageMissed || activity.Language is not null) return;
        foreach (var narrative in child.Children)
        {
            if (narrative.Name != "narrative" || narrative.Language is not null) continue;
            _languageMissed = true;
            problems.Add(narrative.Warn("iati.language-missing", "The text has no language, and the activity no default one.", "Add xml:lang to the activity."));
            return;
        }
    }

    public ImmutableArray<Narrative> Finish()
    {
        if (_titles.Count == 0) problems.Add(activity.Refuse("title.missing", "The activity has no title that says anything. It is refused."));
        if (activity.Language is { } language && IatiValues.Language(language) is null)
            problems.Add(activity.WarnOf("xml:lang", "iati.language-unknown", $"{Quote.Of(language)} is no language of ISO 639-1; its texts are kept without one.", "Use two letters, such as en, fr, ru."));
        return _titles.ToImmutable();
    }
}
