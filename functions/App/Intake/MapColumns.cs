using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using ParisPact.Domain.Partners;
using ParisPact.Functions.Partners;
using ParisPact.Functions.Platform;
using ParisPact.Functions.Platform.Access;

namespace ParisPact.Functions.Intake;

/// <summary>What a partner calls the columns of its tables.</summary>
internal sealed class MapColumns(ColumnMappings mappings, PartnerDirectory directory)
{
    private const int LargestFile = 256 * 1_024;

    [Function(nameof(MapColumns)), Allow(Role.Partner, Role.FocalPoint, Role.Secretariat)]
    [Describe("What a partner calls the columns of its tables: reads, replaces or forgets it. A mapping is JSON, header to field, or CSV with the two columns.", Answers = [200, 204, 400, 403, 404])]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "put", "delete", Route = "partners/{partner}/mapping")] HttpRequest request, string partner)
    {
        var cancellation = request.HttpContext.RequestAborted;
        if (!PartnerId.TryParse(partner, out var id) || await directory.FindAsync(id, cancellation) is not { } known) return Problems.NotFound($"There is no partner '{Excerpt.Of(partner)}'.");
        if (Caller.Of(request).MayWriteFor(known) == Writing.No) return Problems.Forbidden($"You may not set the columns of '{id}'.");
        if (HttpMethods.IsGet(request.Method)) return Answers.Ok(await mappings.OfAsync(id, cancellation));
        if (HttpMethods.IsDelete(request.Method))
        {
            await mappings.DeleteAsync(id, cancellation);
            return Results.NoContent();
        }

        if (await JsonBody.BytesAsync(request, LargestFile) is not { } file) return Problems.TooLarge("A mapping has at most 256 KB.");
        var (columns, errors) = MappingFile.Read(file);
        if (columns is null) return Problems.Invalid(errors);
        await mappings.PutAsync(id, columns, cancellation);
        return Answers.Ok(columns);
    }
}
