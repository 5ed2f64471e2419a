namespace ParisPact.Tests.Intake.Iati;

public sealed class When_there_is_something_of_a_foreign_namespace
{
    private const string Root = "version='2.03' xmlns:x='http://example.org/x' x:more='1' xmlns:xsi='http://www.w3.org/2001/XMLSchema-instance' xsi:noNamespaceSchemaLocation='http://127.0.0.1:9/x.xsd'";

    private static readonly string File = Reading.File(
        "<x:before><x:iati-activity/></x:before>" + Reading.Activity(
            attributes: "xml:lang='en' default-currency='USD' x:a='b'",
            title: "<x:first/><title x:a='1'><x:t>not this</x:t><narrative>Border<x:b>x</x:b> posts</narrative><x:t/></title>",
            more: "<x:a><sector code='1'/></x:a>"), Root);

    [Fact]
    public void It_is_neither_read_nor_told()
    {
        var record = Assert.Single(Reading.Of(File));
        Assert.Empty(record.Problems);
        Assert.Equal("Border posts", record.Project!.Title);
        Assert.Empty(record.Project.Extras);
        Assert.Single(record.Project.Sectors);
    }

    [Fact]
    public void It_is_no_problem_of_the_schema_wherever_it_stands() =>
        Assert.Empty(Assert.Single(Reading.Of(File, SharedFiles.Schemas())).Problems);

    [Fact]
    public void Elements_of_no_namespace_that_IATI_does_not_have_are_kept() =>
        Assert.Equal(new Domain.Projects.Extra("budget-line", "5; kind=x; note: why"),
            Assert.Single(Reading.Project(Reading.Activity(more: "<budget-line kind='x'>5<note>why</note></budget-line>")).Extras));
}
