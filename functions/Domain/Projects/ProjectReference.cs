using System.Buffers.Text;
using System.Text;
using ParisPact.Domain.Projects.Vocabularies;

namespace ParisPact.Domain.Projects;

/// <summary>
/// A partner's own name for one project, such as an IATI activity identifier. Kept as it was written; two references are the same
/// when they agree after trimming, without regard to case and to white space anywhere inside.
/// </summary>
public sealed class ProjectReference : IEquatable<ProjectReference>
{
    /// <summary>The longest normalised reference, in UTF-16 characters: four times the longest that IATI publishers use.</summary>
    public const int MaximumLength = 256;

    private ProjectReference(string asWritten, string normalised) => (AsWritten, Normalised) = (asWritten, normalised);

    /// <summary>The reference as the partner wrote it, as a <see cref="PlainLine"/>.</summary>
    public string AsWritten { get; }

    /// <summary>What identifies the project: letters composed with their marks, upper case by the invariant culture, without white space and control characters.</summary>
    public string Normalised { get; }

    /// <summary>The reference in addresses: base64url of the UTF-8 of <see cref="Normalised"/>, since a <c>%2F</c> in a path cannot be told from a slash.</summary>
    public string Id => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(Normalised));

    /// <summary>Reads a reference; null where nothing is left after normalising or where it is longer than <see cref="MaximumLength"/>.</summary>
    public static ProjectReference? From(string? text)
    {
        if (text is null) return null;
        var trimmed = PlainLine.Of(text);
        if (trimmed.Length is 0 or > 4 * MaximumLength) return null;
        var normalised = Solid(ComposedText.Of(trimmed).ToUpperInvariant());
        return normalised.Length is 0 or > MaximumLength ? null : new ProjectReference(trimmed, normalised);
    }

    /// <summary>Reads the reference back from an address; null where the id is not one that <see cref="Id"/> gives.</summary>
    public static ProjectReference? FromId(string id)
    {
        if (!Base64Url.IsValid(id, out var length) || length > 4 * MaximumLength) return null;
        var reference = From(Encoding.UTF8.GetString(Base64Url.DecodeFromChars(id)));
        return reference?.Id == id ? reference : null;
    }

    public bool Equals(ProjectReference? other) => other is not null && other.Normalised == Normalised;

    public override bool Equals(object? obj) => Equals(obj as ProjectReference);

    public override int GetHashCode() => Normalised.GetHashCode(StringComparison.Ordinal);

    public override string ToString() => AsWritten;

    private static string Solid(string text)
    {
        foreach (var letter in text)
            if (IsPassedOver(letter)) return string.Concat(text.Where(static other => !IsPassedOver(other)));
        return text;
    }

    private static bool IsPassedOver(char letter) => char.IsWhiteSpace(letter) || char.IsControl(letter);
}
