using System.Collections.Immutable;
using ParisPact.Domain.Duplicates.Reports;

namespace ParisPact.Functions.Duplicates.Reports;

/// <summary>A group in the JSON contract.</summary>
/// <param name="Members">The first is suggested to lead.</param>
/// <param name="Pairs">By id.</param>
internal sealed record GroupView(ImmutableArray<MemberView> Members, string Why, ImmutableArray<string> Pairs, bool Confirmed, string? Conflict)
{
    public static GroupView Of(GroupEntry group) => new([.. group.Members.Select(static member => new MemberView(member.Partner.Value, member.Id))], group.Why, group.Pairs, group.Confirmed, group.Conflict);
}

/// <summary>A record of a group, as in its address.</summary>
internal sealed record MemberView(string Partner, string Id);
