namespace ParisPact.Domain.Partners;

/// <summary>What a partner of the Paris Pact is.</summary>
public enum PartnerKind
{
    Country = 1,
    Organisation = 2,
}
