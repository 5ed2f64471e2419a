using ParisPact.Domain.Partners;

namespace ParisPact.Tests.Partners;

public sealed class When_a_partner_is_written
{
    private static readonly PersonDraft Person = new("Focal Point", "focal-point", "focal@example.org", ["af"], null, "11111111-2222-3333-4444-555555555555");
    private static readonly PartnerDraft Draft = new("Sample-Partner", "Sample Partner", "organization", ["AF", "af", "ir"], [Person]);

    [Fact]
    public void It_is_read_whatever_the_case()
    {
        var reading = PartnerReader.Read(Draft);
        Assert.Empty(reading.Errors);
        var partner = reading.Partner!;
        Assert.Equal("sample-partner", partner.Id.Value);
        Assert.Equal(PartnerKind.Organisation, partner.Kind);
        Assert.Equal(["AF", "IR"], partner.Countries);
        Assert.Equal(Role.FocalPoint, partner.People[0].Role);
    }

    [Fact]
    public void All_that_is_wrong_is_said_at_once()
    {
        var wrong = new PartnerDraft("x y", " ", "club", ["Afghanistan", "ZZ"],
            [new PersonDraft("", "boss", "nobody", ["XX"], ["no-such-theme"], "a b"), Person, Person, null]);
        var reading = PartnerReader.Read(wrong);
        Assert.Null(reading.Partner);
        Assert.Equal(
            ["id", "name", "kind", "countries[0]", "countries[1]", "people[0].name", "people[0].role", "people[0].mail", "people[0].identity", "people[0].countries[0]", "people[0].themes[0]", "people[2].identity", "people[3].name", "people[3].role"],
            reading.Errors.Select(error => error.Field));
    }

    [Theory]
    [InlineData(null, null)]
    [InlineData(" ", null)]
    [InlineData("Always", DuplicateMail.Always)]
    [InlineData("when-new", DuplicateMail.WhenNew)]
    [InlineData(" weekly", DuplicateMail.Weekly)]
    [InlineData("never", DuplicateMail.Never)]
    public void When_somebody_is_mailed_about_duplicates_is_one_of_four_words(string? text, DuplicateMail? choice) =>
        Assert.Equal(choice, PartnerReader.Read(Draft with { People = [Person with { Duplicates = text }] }).Partner!.People[0].Duplicates);

    [Fact]
    public void Another_word_for_it_is_refused()
    {
        var error = Assert.Single(PartnerReader.Read(Draft with { People = [Person, Person with { Identity = null, Duplicates = "daily" }] }).Errors);
        Assert.Equal(new FieldError("people[1].duplicates", "When to be mailed about duplicates is one of always, when-new, weekly, never."), error);
    }

    [Theory]
    [InlineData("somebody@example.org", true)]
    [InlineData("some.body+adam@mail.example.org", true)]
    [InlineData("a@b", false)]
    [InlineData("@example.org", false)]
    [InlineData("two@signs@example.org", false)]
    [InlineData("Some Body <some@example.org>", false)]
    [InlineData("a@example..org", false)]
    [InlineData("a@example.org\r\nBcc: b@example.org", false)]
    [InlineData("a@example.org,b@example.org", false)]
    public void A_mail_address_is_one_address(string text, bool looksRight) => Assert.Equal(looksRight, MailAddress.LooksRight(text));
}
