using System.Security.Cryptography;
using System.Text;
using ParisPact.Domain.Partners;
using ParisPact.Domain.Projects;

namespace ParisPact.Functions.Projects;

/// <summary>
/// Where a project lies in the tables. A partner's projects are spread over <see cref="Buckets"/> partitions by the hash of their
/// normalised reference, so that a partition of the largest partner known (some 30,000 activities) stays near 500 rows.
/// Keys sort by bucket, then by row: a file that is sorted the same way is merged with the register in one pass.
/// </summary>
/// <param name="Partition"><c>{partner}-{bucket:00}</c>: 0 to 63 in two decimal digits.</param>
/// <param name="Row">The reference's base64url id, or its SHA-256 in hex after a <c>.</c> where that id is longer than 200 characters; free of everything that Table Storage forbids.</param>
internal readonly record struct ProjectKey(string Partition, string Row) : IComparable<ProjectKey>
{
    public const int Buckets = 64;

    public static ProjectKey Of(PartnerId partner, ProjectReference reference)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(reference.Normalised));
        var id = reference.Id;
        return new ProjectKey(PartitionOf(partner, hash[0] % Buckets), id.Length <= 200 ? id : "." + Convert.ToHexStringLower(hash));
    }

    public static string PartitionOf(PartnerId partner, int bucket) => $"{partner}-{bucket:00}";

    /// <summary>0 to 63.</summary>
    public int Bucket => int.Parse(Partition.AsSpan(Partition.Length - 2), System.Globalization.CultureInfo.InvariantCulture);

    public int CompareTo(ProjectKey other)
    {
        var partition = string.CompareOrdinal(Partition, other.Partition);
        return partition != 0 ? partition : string.CompareOrdinal(Row, other.Row);
    }

    public static bool operator <(ProjectKey left, ProjectKey right) => left.CompareTo(right) < 0;

    public static bool operator >(ProjectKey left, ProjectKey right) => left.CompareTo(right) > 0;

    public static bool operator <=(ProjectKey left, ProjectKey right) => left.CompareTo(right) <= 0;

    public static bool operator >=(ProjectKey left, ProjectKey right) => left.CompareTo(right) >= 0;
}
