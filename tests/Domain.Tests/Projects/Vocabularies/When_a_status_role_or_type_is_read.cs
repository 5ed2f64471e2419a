using ParisPact.Domain.Projects;
using ParisPact.Domain.Projects.Vocabularies;

namespace ParisPact.Domain.Tests.Projects.Vocabularies;

public sealed class When_a_status_role_or_type_is_read
{
    [Theory]
    [InlineData("2", ActivityStatus.Implementation)]
    [InlineData("2.0", ActivityStatus.Implementation)]
    [InlineData("2 - Implementation", ActivityStatus.Implementation)]
    [InlineData("Implementation (2)", ActivityStatus.Implementation)]
    [InlineData("ongoing", ActivityStatus.Implementation)]
    [InlineData("On-going", ActivityStatus.Implementation)]
    [InlineData("Active", ActivityStatus.Implementation)]
    [InlineData("en cours", ActivityStatus.Implementation)]
    [InlineData("en ejecución", ActivityStatus.Implementation)]
    [InlineData("РЕАЛИЗУЕТСЯ", ActivityStatus.Implementation)]
    [InlineData("planned", ActivityStatus.Pipeline)]
    [InlineData("Pipeline/identification", ActivityStatus.Pipeline)]
    [InlineData("Completion", ActivityStatus.Finalisation)]
    [InlineData("completed", ActivityStatus.Closed)]
    [InlineData("Post-completion", ActivityStatus.Closed)]
    [InlineData("Clôturé", ActivityStatus.Closed)]
    [InlineData("завершён", ActivityStatus.Closed)]
    [InlineData("Canceled", ActivityStatus.Cancelled)]
    [InlineData("on hold", ActivityStatus.Suspended)]
    public void A_status_is_found(string text, ActivityStatus status)
    {
        Assert.True(ActivityStatuses.Find(text).TryGet(out var found));
        Assert.Equal(status, found);
    }

    [Theory]
    [InlineData("donor", OrganisationRole.Funding)]
    [InlineData("Funding", OrganisationRole.Funding)]
    [InlineData("Bailleur de fonds", OrganisationRole.Funding)]
    [InlineData("Implementing partner(s)", OrganisationRole.Implementing)]
    [InlineData("Organismo ejecutor", OrganisationRole.Implementing)]
    [InlineData("Исполнитель", OrganisationRole.Implementing)]
    [InlineData("3", OrganisationRole.Extending)]
    [InlineData("Accountable", OrganisationRole.Accountable)]
    public void A_role_is_found(string text, OrganisationRole role)
    {
        Assert.True(OrganisationRoles.Find(text).TryGet(out var found));
        Assert.Equal(role, found);
    }

    [Theory]
    [InlineData("10", OrganisationType.Government)]
    [InlineData("INGO", OrganisationType.InternationalNgo)]
    [InlineData("ONG", OrganisationType.NationalNgo)]
    [InlineData("Multilateral", OrganisationType.Multilateral)]
    [InlineData("Международная организация", OrganisationType.Multilateral)]
    public void A_type_is_found(string text, OrganisationType type)
    {
        Assert.True(OrganisationTypes.Find(text).TryGet(out var found));
        Assert.Equal(type, found);
    }

    [Theory]
    [InlineData("7")]
    [InlineData("0")]
    [InlineData("sometimes")]
    public void What_is_not_listed_is_unknown(string text) =>
        Assert.IsType<VocabularyMatch<ActivityStatus>.Unknown>(ActivityStatuses.Find(text));

    [Fact]
    public void Each_value_has_its_own_name_and_no_spelling_means_two()
    {
        Assert.All(Enum.GetValues<ActivityStatus>(), status => Assert.Equal(status, Only(ActivityStatuses.Find(ActivityStatuses.Name(status)))));
        Assert.All(Enum.GetValues<OrganisationRole>(), role => Assert.Equal(role, Only(OrganisationRoles.Find(OrganisationRoles.Name(role)))));
        Assert.All(Enum.GetValues<OrganisationType>(), type => Assert.Equal(type, Only(OrganisationTypes.Find(OrganisationTypes.Name(type)))));
        Assert.Equal([], Shared("statuses.tsv", ActivityStatuses.Find));
        Assert.Equal([], Shared("roles.tsv", OrganisationRoles.Find));
        Assert.Equal([], Shared("organisation-types.tsv", OrganisationTypes.Find));
    }

    private static T? Only<T>(VocabularyMatch<T> match)
        where T : struct => match.TryGet(out var value) ? value : null;

    private static IEnumerable<string> Shared<T>(string table, Func<string?, VocabularyMatch<T>> find)
        where T : notnull =>
        Table.Read(table, row => row.List("other").Concat([row["en"], row["fr"], row["es"], row["ru"]]))
            .SelectMany(spellings => spellings)
            .Where(spelling => find(spelling) is not VocabularyMatch<T>.Found);
}
