using ParisPact.Domain.Partners;

namespace ParisPact.Domain.Duplicates.Reports;

/// <summary>Somebody to bring together with others.</summary>
/// <param name="Organisation">The partner's name, of whom they are.</param>
/// <param name="Mail">Null where the directory has none.</param>
public sealed record Contact(string Name, Role Role, string Organisation, string? Mail);
