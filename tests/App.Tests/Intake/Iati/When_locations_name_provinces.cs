using ParisPact.Domain.Projects;
using ParisPact.Domain.Projects.Vocabularies;

namespace ParisPact.Tests.Intake.Iati;

public sealed class When_locations_name_provinces
{
    private static string Named(string name) => $"<location><name><narrative>{name}</narrative></name></location>";

    private static string[] CodesOf(Project project) => [.. project.Places.Select(place => place.Code?.Value ?? "-")];

    [Theory]
    [InlineData("Kandahar")]
    [InlineData("Kandahar Province")]
    [InlineData("Spin Boldak, Kandahar")]
    public void A_province_of_the_recipient_country_is_a_place_beside_it(string name)
    {
        var project = Reading.Project(Reading.Activity(recipients: "<recipient-country code='AF'/>" + Named(name)));
        Assert.Equal([new PlaceShare(PlaceCode.Parse("AF"), "AF"), new PlaceShare(PlaceCode.Parse("AF-KAN"), name)], project.Places);
    }

    [Fact]
    public void It_has_no_percentage_of_its_own_and_so_shares_its_countrys()
    {
        var project = Reading.Project(Reading.Activity(recipients: "<recipient-country code='AF' percentage='60'/><recipient-country code='TJ' percentage='40'/>" + Named("Helmand") + Named("Kandahar")));
        Assert.Equal([("AF", 60m), ("TJ", 40m), ("AF-HEL", null), ("AF-KAN", (decimal?)null)], project.Places.Select(place => (place.Code!.Value.Value, place.Percentage)));
    }

    [Theory]
    [InlineData("<location><administrative code='AF-HEL' vocabulary='A4' level='1'/></location>")]
    [InlineData("<location><location-id code='AF-HEL' vocabulary='A4'/><name><narrative>Some village</narrative></name></location>")]
    public void A_code_of_ISO_3166_2_is_enough(string location) =>
        Assert.Equal(["AF", "AF-HEL"], CodesOf(Reading.Project(Reading.Activity(recipients: "<recipient-country code='AF'/>" + location))));

    [Fact]
    public void The_same_province_twice_is_one_place_and_the_other_name_is_kept()
    {
        var project = Reading.Project(Reading.Activity(recipients: "<recipient-country code='AF'/>" + Named("Kandahar") + Named("Spin Boldak, Kandahar")));
        Assert.Equal(["AF", "AF-KAN"], CodesOf(project));
        Assert.Contains(new Extra("location", "Spin Boldak, Kandahar"), project.Extras);
    }

    [Fact]
    public void A_place_that_is_no_province_is_kept_by_its_name()
    {
        var record = Reading.One(Reading.Activity(recipients: "<recipient-country code='AF'/>" + Named("Border crossing 7")));
        Assert.Equal(["AF"], CodesOf(record.Project!));
        Assert.Contains(new Extra("location", "Border crossing 7"), record.Project!.Extras);
        Assert.Empty(record.Problems);
    }

    [Fact]
    public void A_province_of_another_country_than_the_recipients_is_no_place() =>
        Assert.Equal(["TJ"], CodesOf(Reading.Project(Reading.Activity(recipients: "<recipient-country code='TJ'/>" + Named("Kandahar")))));
}
