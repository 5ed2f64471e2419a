namespace ParisPact.Local.Access;

/// <summary>Whom a token is for.</summary>
internal sealed record TokenRequest(IReadOnlyList<string> Roles, string? Partner = null, string? Country = null, string? Name = null, string? ObjectId = null);
