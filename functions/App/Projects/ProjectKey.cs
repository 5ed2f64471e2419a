using System.Buffers.Binary;
using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using ParisPact.Domain.Partners;
using ParisPact.Domain.Projects;

namespace ParisPact.Functions.Projects;

/// <summary>
/// Where a project lies in the tables. A partner's projects are spread over <see cref="Buckets"/> partitions by the hash of their
/// normalised reference, so that a partition of the largest partner known (some 30,000 activities) stays near 500 rows.
/// Keys sort by bucket, then by row: a file that is sorted the same way is merged with the register in one pass.
/// The key does not spell the reference, so that the change log need not be rewritten when a project is taken down.
/// </summary>
/// <param name="Partition"><c>{partner}-{bucket:00}</c>: 0 to 63 in two decimal digits.</param>
/// <param name="Row">The first 20 bytes of the SHA-256 of the normalised reference in base64url: always <see cref="RowLength"/> letters, digits, <c>-</c> and <c>_</c>.</param>
internal readonly record struct ProjectKey(string Partition, string Row) : IComparable<ProjectKey>
{
    public const int Buckets = 64;

    public const int RowLength = 27;

    private const int RowBytes = 20;

    public static ProjectKey Of(PartnerId partner, ProjectReference reference)
    {
        var hash = HashOf(reference);
        return new ProjectKey(PartitionOf(partner, hash[0] % Buckets), Base64Url.EncodeToString(hash.AsSpan(0, RowBytes)));
    }

    public static string PartitionOf(PartnerId partner, int bucket) => $"{partner}-{bucket:00}";

    /// <summary>0 to 63.</summary>
    public int Bucket => int.Parse(Partition.AsSpan(Partition.Length - 2), System.Globalization.CultureInfo.InvariantCulture);

    public PartnerId Partner => PartnerId.Parse(Partition[..^3]);

    /// <summary>As <see cref="FingerprintOf"/> gives it for the reference of this key.</summary>
    public UInt128 Fingerprint
    {
        get
        {
            Span<byte> hash = stackalloc byte[RowBytes];
            Base64Url.DecodeFromChars(Row, hash);
            return BinaryPrimitives.ReadUInt128LittleEndian(hash);
        }
    }

    /// <summary>128 bits of SHA-256 tell the references of a partner apart as surely as the references themselves, in much less memory.</summary>
    public static UInt128 FingerprintOf(ProjectReference reference) => BinaryPrimitives.ReadUInt128LittleEndian(HashOf(reference));

    public int CompareTo(ProjectKey other)
    {
        var partition = string.CompareOrdinal(Partition, other.Partition);
        return partition != 0 ? partition : string.CompareOrdinal(Row, other.Row);
    }

    private static byte[] HashOf(ProjectReference reference) => SHA256.HashData(Encoding.UTF8.GetBytes(reference.Normalised));

    public static bool operator <(ProjectKey left, ProjectKey right) => left.CompareTo(right) < 0;

    public static bool operator >(ProjectKey left, ProjectKey right) => left.CompareTo(right) > 0;

    public static bool operator <=(ProjectKey left, ProjectKey right) => left.CompareTo(right) <= 0;

    public static bool operator >=(ProjectKey left, ProjectKey right) => left.CompareTo(right) >= 0;
}
