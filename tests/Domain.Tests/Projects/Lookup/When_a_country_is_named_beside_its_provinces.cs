using ParisPact.Domain.Projects;
using ParisPact.Domain.Projects.Lookup;
using ParisPact.Domain.Projects.Vocabularies;

namespace ParisPact.Tests.Projects.Lookup;

public class When_a_country_is_named_beside_its_provinces
{
    [Fact]
    public void Its_provinces_share_its_percentage() =>
        Assert.Equal([("AF-KAN", 30m), ("AF-HEL", 30m), ("PK", 40m)], Of(("AF", 60m), ("AF-KAN", null), ("AF-HEL", null), ("PK", 40m)));

    [Fact]
    public void It_is_nothing_but_their_sum_where_it_has_no_percentage() =>
        Assert.Equal([("AF-KAN", 50m), ("AF-HEL", 50m)], Of(("AF", null), ("AF-KAN", null), ("AF-HEL", null)));

    [Fact]
    public void Percentages_that_fit_beside_each_other_stand_beside_each_other() =>
        Assert.Equal([("AF", 50m), ("AF-KAN", 30m), ("PK", 20m)], Of(("AF", 50m), ("AF-KAN", 30m), ("PK", 20m)));

    [Fact]
    public void Percentages_of_provinces_that_sum_to_a_hundred_are_parts_of_the_country() =>
        Assert.Equal([("AF-KAN", 30m), ("AF-HEL", 20m), ("PK", 50m)], Of(("AF", 50m), ("AF-KAN", 60m), ("AF-HEL", 40m), ("PK", 50m)));

    [Fact]
    public void What_its_provinces_leave_of_it_stays_with_it() =>
        Assert.Equal([("AF", 60m), ("AF-KAN", 40m)], Of(("AF", 100m), ("AF-KAN", 40m)));

    [Fact]
    public void A_region_and_a_place_that_nobody_knows_keep_their_parts() =>
        Assert.Equal([("298", 50m), (FacetShare.None, 50m)], PlaceShares.Of([new PlaceShare(null, "298", 50m, 298), new PlaceShare(null, "Somewhere", 50m)]).Select(share => (share.Value, share.Percentage)));

    private static IEnumerable<(string, decimal)> Of(params (string Code, decimal? Percentage)[] places) =>
        PlaceShares.Of([.. places.Select(place => new PlaceShare(PlaceCode.Parse(place.Code), place.Code, place.Percentage))]).Select(share => (share.Value, share.Percentage));
}
