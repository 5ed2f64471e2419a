using ParisPact.Domain.Projects.Vocabularies;
using Match = ParisPact.Domain.Projects.Vocabularies.VocabularyMatch<ParisPact.Domain.Projects.Vocabularies.PlaceCode>;

namespace ParisPact.Domain.Tests.Projects.Vocabularies;

public sealed class When_a_place_is_read
{
    [Theory]
    [InlineData("AF", "AF")]
    [InlineData("af", "AF")]
    [InlineData("AFG", "AF")]
    [InlineData("AF - Afghanistan", "AF")]
    [InlineData("AF-Afghanistan", "AF")]
    [InlineData("AF: Afghanistan", "AF")]
    [InlineData("Afghanistan (AF)", "AF")]
    [InlineData("AF Afghanistan", "AF")]
    [InlineData("Afganistán", "AF")]
    [InlineData("Афганистан", "AF")]
    [InlineData("Iran", "IR")]
    [InlineData("Iran, Islamic Republic of", "IR")]
    [InlineData("Iran (Islamic Republic of)", "IR")]
    [InlineData("Islamic Republic of Iran", "IR")]
    [InlineData("Russia", "RU")]
    [InlineData("Российская Федерация", "RU")]
    [InlineData("Kyrgyz Republic", "KG")]
    [InlineData("Kirghizistan", "KG")]
    [InlineData("Ouzbékistan", "UZ")]
    [InlineData("Республика Узбекистан", "UZ")]
    [InlineData("Tadjikistan", "TJ")]
    [InlineData("Republic of Tajikistan", "TJ")]
    [InlineData("États-Unis d'Amérique", "US")]
    [InlineData("U.S.A.", "US")]
    [InlineData("Türkiye", "TR")]
    [InlineData("Turkey", "TR")]
    [InlineData("Azerbaijan", "AZ")]
    [InlineData("Georgia", "GE")]
    public void A_country_is_found_by_codes_and_names(string text, string code) => Found(text, code);

    [Theory]
    [InlineData("AF-KAN", "AF-KAN")]
    [InlineData("AF27", "AF-KAN")]
    [InlineData("Kandahar", "AF-KAN")]
    [InlineData("  KANDAHAR  ", "AF-KAN")]
    [InlineData("Kandahār", "AF-KAN")]
    [InlineData("Kandarhar", "AF-KAN")]
    [InlineData("Kandahar Province", "AF-KAN")]
    [InlineData("Province of Kandahar", "AF-KAN")]
    [InlineData("Province de Kandahar", "AF-KAN")]
    [InlineData("Kandahar, Afghanistan", "AF-KAN")]
    [InlineData("Afghanistan - Kandahar", "AF-KAN")]
    [InlineData("Afghanistan / Kandahar", "AF-KAN")]
    [InlineData("AF-KAN Kandahar", "AF-KAN")]
    [InlineData("AF-KAN: Kandahar", "AF-KAN")]
    [InlineData("Kandahar (AF-KAN)", "AF-KAN")]
    [InlineData("Kandahar prov.", "AF-KAN")]
    [InlineData("Hilmand", "AF-HEL")]
    [InlineData("Konduz", "AF-KDZ")]
    [InlineData("Nemroz", "AF-NIM")]
    [InlineData("Bulkh", "AF-BAL")]
    [InlineData("Jawzkan", "AF-JOW")]
    [InlineData("کابل", "AF-KAB")]
    [InlineData("Maidan Wardak", "AF-WAR")]
    [InlineData("AF24", "AF-DAY")]
    [InlineData("NWFP", "PK-KP")]
    [InlineData("N.W.F.P.", "PK-KP")]
    [InlineData("KPK", "PK-KP")]
    [InlineData("Khyber Pakhtunkhwa", "PK-KP")]
    [InlineData("FATA", "PK-KP")]
    [InlineData("Baluchistan", "PK-BA")]
    [InlineData("Khorasan-e Razavi", "IR-09")]
    [InlineData("Sistan va Baluchestan", "IR-11")]
    [InlineData("Gorno-Badakhshan", "TJ-GB")]
    [InlineData("GBAO", "TJ-GB")]
    [InlineData("Горно-Бадахшанская автономная область", "TJ-GB")]
    [InlineData("Горно-Бадахшанская", "TJ-GB")]
    [InlineData("Mary", "TM-M")]
    [InlineData("Mary welaýaty", "TM-M")]
    [InlineData("Балканский велаят", "TM-B")]
    [InlineData("Surkhandar'inskaya oblast'", "UZ-SU")]
    [InlineData("Сурхандарьинская область", "UZ-SU")]
    [InlineData("г. Ташкент", "UZ-TK")]
    [InlineData("Ташкентская обл.", "UZ-TO")]
    [InlineData("Toshkent viloyati", "UZ-TO")]
    [InlineData("Tashkent city", "UZ-TK")]
    [InlineData("Osh oblast", "KG-O")]
    [InlineData("город Ош", "KG-GO")]
    [InlineData("Чуйская область КР", "KG-C")]
    [InlineData("Almaty Region", "KZ-19")]
    [InlineData("KZ-ALA", "KZ-75")]
    [InlineData("Moscow", "RU-MOW")]
    [InlineData("Moscow region", "RU-MOS")]
    [InlineData("Свердловская область", "RU-SVE")]
    [InlineData("Habarovskij kraj", "RU-KHA")]
    public void A_subdivision_is_found_by_codes_names_and_listed_misspellings(string text, string code) => Found(text, code);

    [Theory]
    [InlineData("Spin Boldak, Kandahar, Afghanistan", "AF-KAN")]
    [InlineData("Termez", "UZ-SU")]
    [InlineData("Lashkar Gah City", "AF-HEL")]
    [InlineData("AF2701", "AF-KAN")]
    [InlineData("Surkhandar'inskaya oblast', Termezskiy rayon", "UZ-SU")]
    [InlineData("Lyon, France", "FR")]
    public void What_is_more_local_than_the_list_is_found_inexactly(string text, string code)
    {
        var found = Assert.IsType<Match.Found>(Places.Find(text));

        Assert.Equal((code, false), (found.Value.Value, found.Exact));
    }

    [Theory]
    [InlineData("Badakhshan", "AF-BDS", "TJ-GB")]
    [InlineData("Punjab", "IN-PB", "PK-PB")]
    [InlineData("Tashkent", "UZ-TK", "UZ-TO")]
    [InlineData("Osh", "KG-GO", "KG-O")]
    [InlineData("Jalalabad", "AF-NAN", "KG-J")]
    [InlineData("Kandahar and Helmand", "AF-HEL", "AF-KAN")]
    [InlineData("Afghanistan & Pakistan", "AF", "PK")]
    public void A_name_that_places_share_is_ambiguous(string text, params string[] codes)
    {
        var ambiguous = Assert.IsType<Match.Ambiguous>(Places.Find(text));

        Assert.Equal(codes, ambiguous.Candidates.Select(candidate => candidate.Value.Value).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("Badakhshan", "AF", "AF-BDS")]
    [InlineData("Badakhshan", "TJ", "TJ-GB")]
    [InlineData("Punjab", "PK", "PK-PB")]
    [InlineData("Jalal-Abad", "KG", "KG-J")]
    [InlineData("Jalalabad", "AF", "AF-NAN")]
    public void The_country_of_the_record_settles_it(string text, string within, string code)
    {
        Assert.True(Places.Find(text, PlaceCode.Parse(within)).TryGet(out var place));
        Assert.Equal(code, place.Value);
    }

    [Theory]
    [InlineData("Badakhshan, Tajikistan", "TJ-GB")]
    [InlineData("Badakhshan (Afghanistan)", "AF-BDS")]
    [InlineData("Punjab, Pakistan", "PK-PB")]
    [InlineData("Badakhshan province of Afghanistan", "AF-BDS")]
    [InlineData("Kabul AF", "AF-KAB")]
    [InlineData("Afghanistan-Kandahar", "AF-KAN")]
    [InlineData("Хатлонская область Республики Таджикистан", "TJ-KT")]
    [InlineData("Afghanistan (nationwide)", "AF")]
    public void The_country_in_the_text_settles_it_too(string text, string code) => Found(text, code);

    [Theory]
    [InlineData("Kandahaarr", "Kandahar (AF-KAN)")]
    [InlineData("Afganhistan", "Afghanistan (AF)")]
    [InlineData("Helmmand, Afghanistan", "Helmand (AF-HEL)")]
    [InlineData("Uzbekistn", "Uzbekistan (UZ)")]
    [InlineData("Northern Afghanistan", "Afghanistan (AF)")]
    [InlineData("Kandahaarr Afghanistan", "Kandahar (AF-KAN)")]
    [InlineData("Nowhere in particular, Afghanistan", "Afghanistan (AF)")]
    public void A_spelling_that_is_not_listed_is_a_suggestion_and_no_more(string text, string suggestion)
    {
        var unknown = Assert.IsType<Match.Unknown>(Places.Find(text));

        Assert.Equal(suggestion, unknown.Suggestion?.Text);
    }

    [Theory]
    [InlineData("Various Places")]
    [InlineData("Global")]
    [InlineData("Central Asia")]
    [InlineData("n/a")]
    [InlineData("-")]
    [InlineData("")]
    [InlineData(null)]
    public void A_text_that_is_no_place_is_unknown_without_a_guess(string? text) =>
        Assert.Null(Assert.IsType<Match.Unknown>(Places.Find(text)).Suggestion);

    [Fact]
    public void A_place_outside_the_country_of_the_record_is_not_found_but_named()
    {
        var unknown = Assert.IsType<Match.Unknown>(Places.Find("Kandahar", PlaceCode.Parse("PK")));

        Assert.Equal("AF-KAN", unknown.Suggestion?.Value.Value);
    }

    [Theory]
    [InlineData("Nationwide")]
    [InlineData("All provinces")]
    [InlineData("Tout le pays")]
    [InlineData("По всей стране")]
    public void Nationwide_is_the_country_of_the_record_and_nothing_without_one(string text)
    {
        Assert.True(Places.Find(text, PlaceCode.Parse("AF")).TryGet(out var place));
        Assert.Equal("AF", place.Value);
        Assert.IsType<Match.Unknown>(Places.Find(text));
    }

    [Fact]
    public void NA_is_not_taken_for_Namibia_but_Namibia_is() =>
        Assert.Equal(
            ("Namibia (NA)", true, true),
            (Places.Find("NA").DidYouMean, Places.Find("NA - Namibia").TryGet(out _), Places.Find("NAM").TryGet(out _)));

    [Fact]
    public void A_place_that_contradicts_the_country_beside_it_is_not_found() =>
        Assert.IsType<Match.Unknown>(Places.Find("Kandahar, Pakistan"));

    private static void Found(string text, string code)
    {
        var found = Assert.IsType<Match.Found>(Places.Find(text));

        Assert.Equal((code, true), (found.Value.Value, found.Exact));
    }
}
