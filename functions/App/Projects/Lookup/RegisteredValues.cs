using System.Runtime.CompilerServices;
using ParisPact.Domain.Partners;
using ParisPact.Domain.Projects.Lookup;
using ParisPact.Domain.Projects.Vocabularies;

namespace ParisPact.Functions.Projects.Lookup;

/// <summary>Finds donors, partners and sectors that the register holds, or that the partner directory names, by their keys and their names.</summary>
internal sealed class RegisteredValues(Projection projection, IReadOnlyCollection<Partner> partners)
{
    /// <summary>Kept as long as the table is: what is taken down goes with its table.</summary>
    private static readonly ConditionalWeakTable<ValueTable, Spellings> Known = [];

    public VocabularyMatch<string> Find(Facet facet, string text)
    {
        var table = projection.Values[facet];
        // Partners are few, and what the directory says of them changes.
        var spellings = facet == Facet.Partner ? new Spellings() : Known.GetOrCreateValue(table);
        spellings.Extend(table);
        if (facet != Facet.Partner) return spellings.Find(text);
        foreach (var partner in partners)
        {
            spellings.Add(partner.Id.Value, partner.Id.Value);
            spellings.Add(partner.Name, partner.Id.Value);
        }

        return spellings.Find(text);
    }
}
