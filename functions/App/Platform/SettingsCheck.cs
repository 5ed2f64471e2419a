using System.ComponentModel.DataAnnotations;
using System.Net;
using Microsoft.Extensions.Options;
using ParisPact.Functions.Mail;

namespace ParisPact.Functions.Platform;

/// <summary>Stops the app at its start, with every mistake at once, where its settings cannot work.</summary>
internal sealed class SettingsCheck : IValidateOptions<Settings>
{
    public ValidateOptionsResult Validate(string? name, Settings options)
    {
        var mistakes = new List<string>();
        var access = options.Access;
        if (string.IsNullOrWhiteSpace(access.Audience)) mistakes.Add("Access:Audience is missing: whom tokens must be made for.");
        if (!Uri.TryCreate(access.MetadataAddress, UriKind.Absolute, out var address))
            mistakes.Add("Access:MetadataAddress is missing or no address: where the sign-in service says how it signs.");
        else if (address.Scheme != Uri.UriSchemeHttps && !(address.Scheme == Uri.UriSchemeHttp && address.IsLoopback))
            mistakes.Add("Access:MetadataAddress must begin with https; http is for this machine only.");
        else if (access.PartnerFromClaims && !address.IsLoopback)
            mistakes.Add("Access:PartnerFromClaims is for the local runtime only: elsewhere the partner comes from the directory.");
        mistakes.AddRange(Ranges("Intake", options.Intake));
        mistakes.AddRange(Ranges("Mail", options.Mail));
        mistakes.AddRange(Mail(options.Mail));
        return mistakes.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(mistakes);
    }

    private static IEnumerable<string> Ranges(string section, object settings)
    {
        var results = new List<ValidationResult>();
        Validator.TryValidateObject(settings, new ValidationContext(settings), results, validateAllProperties: true);
        return results.Select(result => $"{section}: {result.ErrorMessage}");
    }

    private static IEnumerable<string> Mail(Settings.MailSettings mail)
    {
        if (mail.From is { Length: > 0 } from && !MailText.IsAddress(from)) yield return "Mail:From is not a mail address.";
        if (mail.Site.Length > 0 && !(Uri.TryCreate(mail.Site, UriKind.Absolute, out var site) && site.Scheme is ("http" or "https"))) yield return "Mail:Site is not an address such as https://adam.example.org.";
        if (string.IsNullOrEmpty(mail.User) != string.IsNullOrEmpty(mail.Password)) yield return "Mail:User and Mail:Password are set both or neither.";
        if (mail.Tls == MailTls.None && mail.Host is { } host && host != "localhost" && !(IPAddress.TryParse(host, out var address) && IPAddress.IsLoopback(address)))
            yield return "Mail:Tls may be None for a mail server on this machine only.";
    }
}
