using Azure.Storage.Blobs;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace ParisPact.Tests.Start;

/// <summary>What the app makes of partners and files, as far as the console sees it.</summary>
public sealed class SampleFunctions(BlobServiceClient storage, SampleFunctions.Asked asked)
{
    [Function("LoadPartners")]
    public async Task<IResult> LoadPartners([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "partners")] HttpRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        using var reader = new StreamReader(request.Body);
        asked.Lines.Add($"{request.ContentType} {await reader.ReadToEndAsync()} {request.Headers.Authorization.ToString().Split(' ')[0]}");
        return Results.NoContent();
    }

    [Function("Take")]
    public async Task Take([BlobTrigger("uploads/{name}", Connection = "Data")] string content, string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        var receipts = storage.GetBlobContainerClient("receipts");
        await receipts.CreateIfNotExistsAsync();
        var partner = name.Split('/')[0];
        foreach (var state in new[] { "working", "done" })
        {
            await receipts.GetBlobClient($"{partner}/{Guid.NewGuid():N}.json").UploadAsync(BinaryData.FromObjectAsJson(new { partner, file = name[(partner.Length + 1)..], state, sentence = $"{content.Length} characters." }));
        }
    }

    public sealed class Asked
    {
        public List<string> Lines { get; } = [];
    }
}
