using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

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
        var results = new List<ValidationResult>();
        if (!Validator.TryValidateObject(options.Intake, new ValidationContext(options.Intake), results, validateAllProperties: true))
            mistakes.AddRange(results.Select(result => $"Intake: {result.ErrorMessage}"));
        return mistakes.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(mistakes);
    }
}
