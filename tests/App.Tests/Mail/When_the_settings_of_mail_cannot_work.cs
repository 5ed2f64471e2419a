using ParisPact.Functions;
using ParisPact.Functions.Mail;
using ParisPact.Functions.Platform;

namespace ParisPact.Tests.Mail;

public sealed class When_the_settings_of_mail_cannot_work
{
    private static readonly Settings.AccessSettings Access = new() { Audience = "api://x", MetadataAddress = "https://sign-in.example/x" };

    [Fact]
    public void The_app_does_not_start_and_says_all_that_is_wrong()
    {
        var wrong = Check(new() { Port = 0, Tls = MailTls.None, Host = "mail.example", From = "nobody", User = "u" });
        Assert.Equal(
            ["Mail: The field Port must be between 1 and 65535.", "Mail:From is not a mail address.", "Mail:User and Mail:Password are set both or neither.", "Mail:Tls may be None for a mail server on this machine only."],
            wrong);
        Assert.Equal(["Mail: The Host field is required.", "Mail: The From field is required."], Check(new()));
    }

    [Theory]
    [InlineData("localhost")]
    [InlineData("127.0.0.1")]
    [InlineData("::1")]
    public void A_server_on_this_machine_needs_no_encryption(string host) => Assert.Empty(Check(new() { Host = host, From = "a@b.example", Tls = MailTls.None }));

    [Fact]
    public void Communication_Services_need_the_five_that_stand_in_the_sample() =>
        Assert.Empty(Check(new() { Host = "smtp.azurecomm.net", From = "a@b.example", User = "u", Password = "p" }));

    private static IEnumerable<string> Check(Settings.MailSettings mail) => new SettingsCheck().Validate(null, new Settings { Access = Access, Mail = mail }).Failures ?? [];
}
