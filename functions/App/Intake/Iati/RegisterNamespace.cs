namespace ParisPact.Functions.Intake.Iati;

/// <summary>
/// The register's own XML namespace, for what IATI has no element for. Our export writes it, our reader understands it, and others pass it over.
/// Attributes: <c>not-stated</c>, <c>as-written</c>, <c>percentage</c>, <c>position</c>, <c>kind</c>, <c>period-end</c>, <c>partner</c>; elements: <c>extra</c>.
/// Themes and papers are IATI tags of the reporter's vocabulary (99) with the two vocabulary addresses here.
/// </summary>
internal static class RegisterNamespace
{
    public const string Uri = "urn:paris-pact:register:1";

    public const string Prefix = "pp";

    public const string ThemeVocabulary = "urn:paris-pact:themes";

    public const string PaperVocabulary = "urn:paris-pact:papers";
}
