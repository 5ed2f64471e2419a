using System.Collections.Immutable;

namespace ParisPact.Domain.Partners;

/// <summary>Somebody at a partner to whom the Initiative writes, or who signs in for it.</summary>
/// <param name="Mail">One address; null where there is none to write to.</param>
/// <param name="Countries">ISO 3166-1 alpha-2, upper case: what this person looks after; empty for the partner's own.</param>
/// <param name="Themes">Thematic areas by id: what this person looks after; empty for all.</param>
/// <param name="Identity">How the sign-in service names them: the object id of a person, or the client id of a partner's own system; null for who never signs in.</param>
/// <param name="Duplicates">When they are mailed what is reported twice and what overlaps; null where they said nothing: a coordinator then is when there is something new, and nobody else is.</param>
public sealed record Person(
    string Name,
    Role Role,
    string? Mail,
    ImmutableArray<string> Countries,
    ImmutableArray<string> Themes,
    string? Identity = null,
    DuplicateMail? Duplicates = null);
