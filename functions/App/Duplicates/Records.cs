using ParisPact.Domain.Duplicates;
using ParisPact.Domain.Projects.Vocabularies;
using ParisPact.Functions.Projects;

namespace ParisPact.Functions.Duplicates;

/// <summary>From a project of the register to what of it is compared.</summary>
internal static class Records
{
    public static ProjectRecord Of(StoredProject stored, MonthlyRates rates) =>
        ProjectRecords.Of(Pairs.TextOf(stored.Key), stored.Project, stored.Version, stored.Origin.At, rates);
}
