using System.Collections.Immutable;
using System.Globalization;
using Microsoft.AspNetCore.Http;
using ParisPact.Domain.Intake;
using ParisPact.Domain.Partners;
using ParisPact.Functions.Partners;
using ParisPact.Functions.Platform;
using ParisPact.Functions.Platform.Access;

namespace ParisPact.Functions.Intake;

/// <summary>What somebody says who wants to send a file: for which partner, under which name, and what the file means.</summary>
internal sealed record UploadRequest(PartnerId Partner, string Name, UploadIntent Intent)
{
    /// <summary>A blob of its own for every file that is sent, whatever others are called.</summary>
    public string NewBlob(DateTimeOffset now) =>
        string.Create(CultureInfo.InvariantCulture, $"{Partner.Value}/{now.UtcDateTime:yyyy}/{now.UtcDateTime:MM}/{Guid.NewGuid().ToString("N")[..12]}/{Name}");

    /// <summary>The request, or the answer that refuses it.</summary>
    public static async Task<(UploadRequest? Request, IResult? Refusal)> ReadAsync(HttpRequest request, PartnerDirectory directory, string? nameOfFile = null)
    {
        var errors = ImmutableArray.CreateBuilder<FieldError>();
        var caller = Caller.Of(request);
        var partner = PartnerOf(request, caller, errors);
        var given = request.Query["name"].ToString();
        // A form may bring the path that the file had on somebody's machine; who writes a path into the address expects folders, and there are none.
        var name = given.Length > 0 ? given : nameOfFile;
        if (string.IsNullOrWhiteSpace(name)) errors.Add(new("name", "Say what the file is called, such as name=projects.xlsx."));
        else if (given.AsSpan().IndexOfAny('/', '\\') >= 0) errors.Add(new("name", "Give the file's name alone, such as name=projects.xlsx: there are no folders."));
        else if (FileName.IsNothing(name)) errors.Add(new("name", "This is no name of a file; say what it is called, such as name=projects.xlsx."));
        var mode = request.Query["mode"].ToString().ToLowerInvariant() switch
        {
            "" or "add" => UploadMode.Add,
            "complete" => UploadMode.Complete,
            _ => (UploadMode?)null,
        };
        if (mode is null) errors.Add(new("mode", "A file either adds to what is there (mode=add) or is all that the partner has (mode=complete)."));
        var dryRun = Flags.Read(request, "dryRun");
        if (dryRun is null) errors.Add(new("dryRun", "Either true or false."));
        var confirm = request.Query["confirm"].ToString() is { Length: > 0 } text
            ? int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : -1
            : (int?)null;
        if (confirm == -1) errors.Add(new("confirm", "The number of projects that the file withdraws."));
        var writing = partner is { } known ? await WritingAsync(caller, known, directory, request.HttpContext.RequestAborted) : Writing.No;
        if (writing is null) errors.Add(new("partner", $"There is no partner '{partner}' in the directory."));
        if (errors.Count > 0) return (null, Problems.Invalid(errors));
        if (writing == Writing.No) return (null, Problems.Forbidden($"You may not enter projects of '{partner}'."));
        return (new UploadRequest(partner!.Value, FileName.Clean(name), new UploadIntent(caller.Name, writing == Writing.OnBehalf, mode!.Value, dryRun!.Value, confirm)), null);
    }

    /// <returns>null where the secretariat sends for a partner that the directory does not know; nobody else is told who is in it.</returns>
    private static async Task<Writing?> WritingAsync(Caller caller, PartnerId id, PartnerDirectory directory, CancellationToken cancellation)
    {
        if (caller.Owns(id)) return Writing.Own;
        if (await directory.FindAsync(id, cancellation) is { } partner) return caller.MayWriteFor(partner);
        return caller.Is(Role.Secretariat) ? null : Writing.No;
    }

    private static PartnerId? PartnerOf(HttpRequest request, Caller caller, ImmutableArray<FieldError>.Builder errors)
    {
        if (request.Query["partner"].ToString() is { Length: > 0 } text)
        {
            if (PartnerId.TryParse(text, out var partner)) return partner;
            errors.Add(new("partner", "This is no partner's id."));
            return null;
        }

        if (caller.Partner is null || !caller.Is(Role.Partner)) errors.Add(new("partner", "Say whose projects they are, such as partner=unodc."));
        return caller.Partner;
    }
}
