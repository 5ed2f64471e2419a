using System.Collections.Immutable;
using ParisPact.Domain.Intake.Iati;
using ParisPact.Domain.Projects;
using ParisPact.Domain.Projects.Vocabularies;
using ParisPact.Domain.Rainbow;
using ThemeShare = ParisPact.Domain.Projects.ThemeShare;

namespace ParisPact.Functions.Intake.Iati;

/// <summary>
/// Reads the tags of an activity. Those of the register's two vocabularies declare themes and papers; a partner may use them in its own
/// file as <c>&lt;tag vocabulary="99" vocabulary-uri="urn:paris-pact:themes" code="…"/&gt;</c>. Others are kept as they are.
/// </summary>
internal sealed class IatiThemes(ProblemList problems, ExtrasDraft extras)
{
    private readonly List<ThemeShare> _themes = [];
    private readonly List<string> _papers = [];

    public ImmutableArray<ThemeShare> Themes => [.. _themes];

    public ImmutableArray<string> Papers => [.. _papers];

    public void Take(IatiElement tag)
    {
        switch (tag.Trimmed("vocabulary-uri"))
        {
            case RegisterNamespace.ThemeVocabulary: Theme(tag); break;
            case RegisterNamespace.PaperVocabulary: Paper(tag); break;
            default: extras.Add(tag); break;
        }
    }

    private void Theme(IatiElement tag)
    {
        var code = tag.Trimmed("code");
        if ((tag[IatiText.AsWritten] ?? IatiText.NameOrNull(tag) ?? code) is not { } written) return;
        var percentage = Percentages.Of(tag, problems).Kept;
        if (tag.SaysNothingOf("code"))
        {
            _themes.Add(new ThemeShare(null, written, percentage));
            return;
        }

        var match = Domain.Projects.Vocabularies.Themes.Find(code ?? written);
        var theme = Domain.Projects.Vocabularies.Themes.OfId(code) ?? (match.TryGet(out var found) ? found : null);
        if (theme is null) problems.Add(tag.WarnOf("code", "theme.unknown", $"There is no theme {Quote.Of(code ?? written)}; it is kept as written.", match.DidYouMean is { } meant ? $"Did you mean {meant}?" : null));
        _themes.Add(new ThemeShare(theme?.Id, written, percentage));
    }

    private void Paper(IatiElement tag)
    {
        if ((tag.Trimmed("code") ?? IatiText.NameOrNull(tag)) is not { } written) return;
        var match = Domain.Rainbow.Papers.Find(written);
        if (match.TryGet(out var paper))
        {
            if (!_papers.Contains(paper.Id)) _papers.Add(paper.Id);
            return;
        }

        extras.Add(tag);
        problems.Add(tag.WarnOf("code", "paper.unknown", $"There is no Rainbow paper {Quote.Of(written)}; it is kept apart.", match.DidYouMean is { } meant ? $"Did you mean {meant}?" : "blue, green, yellow, violet, red, orange or indigo."));
    }
}
