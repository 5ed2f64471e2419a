using System.Collections.Immutable;

namespace ParisPact.Domain.Partners;

/// <summary>A partner in the directory: a country or an international organisation, with its people.</summary>
/// <param name="Countries">ISO 3166-1 alpha-2, upper case: the country itself, or those that an organisation's entries belong to; a focal point of one of them may enter on its behalf.</param>
public sealed record Partner(PartnerId Id, string Name, PartnerKind Kind, ImmutableArray<string> Countries, ImmutableArray<Person> People);
