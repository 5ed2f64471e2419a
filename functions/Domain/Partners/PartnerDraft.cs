namespace ParisPact.Domain.Partners;

/// <summary>A partner as somebody wrote it: the JSON contract's shape, everything possibly missing or wrong.</summary>
public sealed record PartnerDraft(string? Id, string? Name, string? Kind, IReadOnlyList<string?>? Countries, IReadOnlyList<PersonDraft?>? People);

/// <inheritdoc cref="PartnerDraft"/>
public sealed record PersonDraft(string? Name, string? Role, string? Mail, IReadOnlyList<string?>? Countries, IReadOnlyList<string?>? Themes, string? Identity, string? Duplicates = null);
