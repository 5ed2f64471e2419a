using Azure.Storage.Blobs;
using Microsoft.Azure.Functions.Worker;

namespace ParisPact.Tests.Blobs;

public static class BlobFunctions
{
    public sealed class Text(Seen seen)
    {
        [Function("TakeText")]
        public Task Run([BlobTrigger("%Uploads%/{name}", Connection = "Data")] string content, string name) => seen.Take($"{name}: {content}");
    }

    public sealed class Streamed(Seen seen)
    {
        [Function("TakeStream")]
        public async Task Run([BlobTrigger("%Uploads%/{partner}/{name}")] Stream content, string partner, string name, FunctionContext context, CancellationToken cancellation)
        {
            ArgumentNullException.ThrowIfNull(context);
            using var reader = new StreamReader(content);
            var data = context.BindingContext.BindingData;
            await seen.Take($"{partner} | {name} | {await reader.ReadToEndAsync(cancellation)} | {data["BlobTrigger"]!.ToString()!.Split('/', 2)[1]} | {data["Metadata"]}");
        }
    }

    public sealed class Bytes(Seen seen)
    {
        [Function("TakeBytes")]
        public Task Run([BlobTrigger("%Uploads%/{name}")] byte[] content) => seen.Take(Convert.ToHexString(content));
    }

    public sealed class Client(Seen seen)
    {
        [Function("TakeClient")]
        public async Task Run([BlobTrigger("%Uploads%/{name}")] BlobClient blob)
        {
            ArgumentNullException.ThrowIfNull(blob);
            var content = await blob.DownloadContentAsync();
            await seen.Take($"{blob.Name} {content.Value.Content}");
        }
    }

    public static class NoTemplate
    {
        [Function("Illegal")]
        public static void Run([BlobTrigger("uploads/{partner}/{*name}")] string content)
        {
        }
    }

    public static class NoType
    {
        [Function("NoBlob")]
        public static void Run([BlobTrigger("uploads/{name}")] Uri content)
        {
        }
    }
}
