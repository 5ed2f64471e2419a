using System.Collections.Immutable;

namespace ParisPact.Domain.Partners;

/// <summary>What a draft came to: a partner, or everything that is wrong with it.</summary>
/// <param name="Partner">Null where there are errors.</param>
/// <param name="Errors">By field in the JSON contract, such as <c>people[2].mail</c>.</param>
public sealed record PartnerReading(Partner? Partner, ImmutableArray<FieldError> Errors);

/// <summary>One thing that is wrong with one field.</summary>
public sealed record FieldError(string Field, string Message);
