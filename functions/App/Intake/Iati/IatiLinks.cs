using ParisPact.Domain.Intake.Iati;

namespace ParisPact.Functions.Intake.Iati;

/// <summary>
/// Finds an activity's web page: its own (version 1, or a document of category A12), else a page among the activity's documents (categories A),
/// else the first of them, else its contact's page, else a document of the organisation (categories B).
/// </summary>
internal sealed class IatiLinks
{
    private int _rank = int.MaxValue;

    /// <summary>Absolute, http or https; null where there is none.</summary>
    public string? Website { get; private set; }

    public void ActivityWebsite(IatiElement element, ExtrasDraft extras)
    {
        if (!Offer(element.Text.Trim(), 0)) extras.Add(element);
    }

    public void Document(IatiElement element, ExtrasDraft extras)
    {
        var isPage = element.All("category").Any(category => category.Trimmed("code") == "A12");
        var isHtml = element.Trimmed("format")?.Contains("html", StringComparison.OrdinalIgnoreCase) == true;
        var isOrganisations = element.All("category").Any() && element.All("category").All(category => category.Trimmed("code") is ['B', ..]);
        Offer(element.Trimmed("url"), isPage ? 1 : isOrganisations ? 5 : isHtml ? 2 : 3);
        // The activity's own page is the website, and no document beside it.
        if (!isPage || Website != element.Trimmed("url")) extras.Add(element);
    }

    public void Contact(IatiElement element, ExtrasDraft extras)
    {
        Offer(element.Child("website")?.Text.Trim(), 4);
        extras.Add(element);
    }

    private bool Offer(string? text, int rank)
    {
        if (text is not { Length: > 0 and <= 2_000 } || !Uri.TryCreate(text, UriKind.Absolute, out var address) || address.Scheme is not ("http" or "https")) return false;
        if (rank >= _rank) return rank != 0;
        (Website, _rank) = (text, rank);
        return true;
    }
}
