using Azure.Storage.Blobs;

namespace ParisPact.Functions.Mail;

/// <summary>A file that goes with a mail and arrives byte for byte.</summary>
/// <param name="Name">As the reader sees it, such as <c>report.xlsx</c>.</param>
/// <param name="MediaType">Such as <c>application/pdf</c>.</param>
internal abstract record MailAttachment(string Name, string MediaType)
{
    /// <summary>At hand.</summary>
    internal sealed record Bytes(string Name, string MediaType, ReadOnlyMemory<byte> Content) : MailAttachment(Name, MediaType);

    /// <summary>In a blob of the slice that sends. It is read when the mail is handed over, so that it may be gone afterwards.</summary>
    internal sealed record InBlob(string Name, string MediaType, BlobClient Blob) : MailAttachment(Name, MediaType);
}
