using ParisPact.Local.Blobs;

namespace ParisPact.Tests.Blobs;

public sealed class BlobPaths
{
    [Theory]
    [InlineData("uploads/{name}", "acme/2024/y.csv", "name=acme/2024/y.csv")]
    [InlineData("uploads/{partner}/{name}", "acme/2024/y.csv", "partner=acme/2024 name=y.csv")]
    [InlineData("uploads/{name}.{ext}", "a.b.c", "name=a.b ext=c")]
    [InlineData("uploads/{name:upper}.csv", "x.csv", "name=x")]
    [InlineData("uploads/in/{name}", "in/x", "name=x")]
    [InlineData("uploads/{name}", "line\nbreak", "name=line\nbreak")]
    [InlineData("uploads/{{x}}-{name}", "{x}-y", "name=y")]
    [InlineData("uploads/a(b)+{name}", "a(b)+c", "name=c")]
    public void Each_parameter_takes_as_much_as_it_can(string template, string blob, string expected) =>
        Assert.Equal(expected, string.Join(' ', BlobPathTemplate.Parse(template).Match(blob)!.Select(pair => $"{pair.Key}={pair.Value}")));

    [Theory]
    [InlineData("uploads/in/{name}", "IN/x")]
    [InlineData("uploads/{name}.csv", "x.csv.bak")]
    [InlineData("uploads/{partner}/{name}", "x.csv")]
    public void A_blob_that_does_not_match_is_left_alone(string template, string blob) =>
        Assert.Null(BlobPathTemplate.Parse(template).Match(blob));

    [Fact]
    public void The_container_is_named_without_case() =>
        Assert.Equal("uploads", BlobPathTemplate.Parse("UpLoads/{name}").Container);

    [Theory]
    [InlineData("uploads/{partner}/{*name}", "Invalid template 'uploads/{partner}/{*name}'. Invalid template expression '*name'.")]
    [InlineData("uploads/{}", "Invalid template 'uploads/{}'. Invalid template expression ''.")]
    [InlineData("uploads/{name", "Invalid template 'uploads/{name'. Missing closing bracket.")]
    [InlineData("uploads/name}", "Invalid template 'uploads/name}'. Missing opening bracket.")]
    [InlineData("{container}/{name}", "Invalid template '{container}/{name}'. The container must be a literal name.")]
    [InlineData("uploads", "Invalid template 'uploads'. A blob path is a container, a slash, and a pattern of blob names.")]
    [InlineData("uploads/{a}{A}", "Invalid template 'uploads/{a}{A}'. The parameter 'A' appears twice.")]
    public void A_route_template_is_none(string template, string problem) =>
        Assert.Equal(problem, Assert.Throws<FormatException>(() => BlobPathTemplate.Parse(template)).Message);
}
