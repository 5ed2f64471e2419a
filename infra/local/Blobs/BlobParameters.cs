using System.Reflection;
using System.Text.Json;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Azure.Storage.Blobs.Specialized;
using ParisPact.Local.Functions;

namespace ParisPact.Local.Blobs;

/// <summary>The parameters of a blob function: the blob as content or as a client, and the parts of its path by name.</summary>
internal sealed class BlobParameters(BlobClient blob, BlobProperties properties, IReadOnlyDictionary<string, string> path)
{
    private static readonly Type[] Known =
        [typeof(Stream), typeof(string), typeof(byte[]), typeof(BinaryData), typeof(BlobClient), typeof(BlobBaseClient), typeof(BlockBlobClient)];

    /// <exception cref="FormatException">The trigger's own parameter is of a type that a blob cannot be.</exception>
    public static void Check(FunctionEntry function)
    {
        if (!Known.Contains(function.TriggerParameter.ParameterType))
        {
            throw new FormatException($"Can't bind BlobTrigger to type '{function.TriggerParameter.ParameterType}'.");
        }
    }

    /// <summary>What the published host calls the trigger's binding data.</summary>
    public IReadOnlyDictionary<string, object?> Data()
    {
        var data = path.ToDictionary(pair => pair.Key, pair => (object?)pair.Value, StringComparer.OrdinalIgnoreCase);
        data["BlobTrigger"] = $"{blob.BlobContainerName}/{blob.Name}";
        data["Uri"] = JsonSerializer.Serialize(blob.Uri);
        data["Metadata"] = JsonSerializer.Serialize(properties.Metadata);
        data["Properties"] = JsonSerializer.Serialize(new
        {
            properties.LastModified,
            properties.ContentLength,
            properties.ContentType,
            ETag = properties.ETag.ToString("H"),
            BlobType = properties.BlobType.ToString(),
        });
        return data;
    }

    public async ValueTask<Argument> Bind(FunctionEntry function, ParameterInfo parameter, LocalFunctionContext context)
    {
        if (parameter == function.TriggerParameter)
        {
            return Argument.Of(await Content(parameter.ParameterType, context.CancellationToken));
        }

        return path.TryGetValue(parameter.Name!, out var part)
            ? Argument.Of(TextValue.Read(part, parameter))
            : BindingSources.Bind(parameter, context);
    }

    private async Task<object> Content(Type type, CancellationToken cancellation)
    {
        if (type == typeof(BlobClient) || type == typeof(BlobBaseClient))
        {
            return blob;
        }

        if (type == typeof(BlockBlobClient))
        {
            return blob.GetParentBlobContainerClient().GetBlockBlobClient(blob.Name);
        }

        // The version that was noticed, or none: a newer one comes with its own run.
        var options = new BlobDownloadOptions { Conditions = new BlobRequestConditions { IfMatch = properties.ETag } };
        if (type == typeof(Stream))
        {
            return (await blob.DownloadStreamingAsync(options, cancellation)).Value.Content;
        }

        var content = (await blob.DownloadContentAsync(options, cancellation)).Value.Content;
        return type == typeof(string) ? content.ToString() : type == typeof(byte[]) ? content.ToArray() : content;
    }
}
