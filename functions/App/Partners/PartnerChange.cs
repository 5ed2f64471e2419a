using System.Collections.Immutable;
using ParisPact.Domain.Partners;

namespace ParisPact.Functions.Partners;

/// <summary>What became of entering a partner.</summary>
internal abstract record PartnerChange
{
    private PartnerChange()
    {
    }

    public sealed record Created(PartnerDirectory.Listed Partner) : PartnerChange;

    public sealed record Updated(PartnerDirectory.Listed Partner) : PartnerChange;

    public sealed record Unchanged(PartnerDirectory.Listed Partner) : PartnerChange;

    /// <summary>It is not what the caller saw; as it stands now, null where there is none.</summary>
    public sealed record Conflict(PartnerDirectory.Listed? Current) : PartnerChange;

    public sealed record Invalid(ImmutableArray<FieldError> Errors) : PartnerChange;
}
