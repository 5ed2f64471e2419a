namespace ParisPact.Domain.Projects;

/// <summary>
/// The kind of an organisation. The numbers are the codes of IATI's codelist OrganisationType.
/// The default, 0, is no type of that list.
/// </summary>
/// <remarks>Source: IATI Standard 2.03, codelist OrganisationType.</remarks>
public enum OrganisationType
{
    Government = 10,
    LocalGovernment = 11,
    OtherPublicSector = 15,
    InternationalNgo = 21,
    NationalNgo = 22,
    RegionalNgo = 23,
    PartnerCountryNgo = 24,
    PublicPrivatePartnership = 30,
    Multilateral = 40,
    Foundation = 60,
    PrivateSector = 70,
    PrivateSectorInProviderCountry = 71,
    PrivateSectorInRecipientCountry = 72,
    PrivateSectorInThirdCountry = 73,
    Academic = 80,
    Other = 90,
}
