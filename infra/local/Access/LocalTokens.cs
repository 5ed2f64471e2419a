using System.Security.Cryptography;
using System.Text;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace ParisPact.Local.Access;

/// <summary>Issues the tokens that stand in for Entra ID's on this machine, and says how to check them.</summary>
/// <param name="key">Signs; its public half is published.</param>
/// <param name="root">The address of the host, without a slash at the end.</param>
internal sealed class LocalTokens(RSA key, string root, TimeProvider time)
{
    public const string Audience = "api://paris-pact";

    public static readonly TimeSpan Lifetime = TimeSpan.FromHours(12);

    private readonly RsaSecurityKey signing = new(key) { KeyId = Base64UrlEncoder.Encode(SHA256.HashData(key.ExportSubjectPublicKeyInfo()).AsSpan(0, 12).ToArray()) };
    private readonly JsonWebTokenHandler handler = new() { SetDefaultTimesOnTokenCreation = false };

    public string Issuer => $"{root}/local";

    public string MetadataAddress => $"{Issuer}/.well-known/openid-configuration";

    public string KeysAddress => $"{Issuer}/jwks";

    /// <summary>What the app needs to know to check tokens, as settings.</summary>
    public IReadOnlyDictionary<string, string?> Settings => new Dictionary<string, string?>
    {
        ["Access:MetadataAddress"] = MetadataAddress,
        ["Access:Issuer"] = Issuer,
        ["Access:Audience"] = Audience,
        ["Access:PartnerFromClaims"] = "true",
    };

    /// <summary>A signed token, valid from now for twelve hours.</summary>
    public string Issue(TokenRequest request)
    {
        var now = time.GetUtcNow();
        var subject = request.ObjectId ?? Stable(request);
        var claims = new Dictionary<string, object>
        {
            ["oid"] = subject,
            ["sub"] = subject,
            ["name"] = request.Name ?? string.Join(' ', request.Roles.Append(request.Partner ?? request.Country ?? "").Where(part => part.Length > 0)),
            ["roles"] = request.Roles,
        };
        Add(claims, "partner", request.Partner);
        Add(claims, "country", request.Country);
        return handler.CreateToken(new SecurityTokenDescriptor
        {
            Issuer = Issuer,
            Audience = Audience,
            IssuedAt = now.UtcDateTime,
            NotBefore = now.UtcDateTime,
            Expires = now.Add(Lifetime).UtcDateTime,
            Claims = claims,
            SigningCredentials = new SigningCredentials(signing, SecurityAlgorithms.RsaSha256),
        });
    }

    public object Metadata() => new
    {
        issuer = Issuer,
        jwks_uri = KeysAddress,
        token_endpoint = $"{Issuer}/token",
        id_token_signing_alg_values_supported = new[] { SecurityAlgorithms.RsaSha256 },
        subject_types_supported = new[] { "public" },
        response_types_supported = new[] { "token" },
    };

    public object Keys()
    {
        var parts = key.ExportParameters(includePrivateParameters: false);
        return new
        {
            keys = new[]
            {
                new
                {
                    kty = "RSA",
                    use = "sig",
                    alg = SecurityAlgorithms.RsaSha256,
                    kid = signing.KeyId,
                    n = Base64UrlEncoder.Encode(parts.Modulus!),
                    e = Base64UrlEncoder.Encode(parts.Exponent!),
                },
            },
        };
    }

    /// <summary>The same asker is the same person the next time.</summary>
    private static string Stable(TokenRequest request)
    {
        var who = $"{string.Join(',', request.Roles)}|{request.Partner}|{request.Country}|{request.Name}";
        return new Guid(SHA256.HashData(Encoding.UTF8.GetBytes(who)).AsSpan(0, 16)).ToString();
    }

    private static void Add(Dictionary<string, object> claims, string name, string? value)
    {
        if (!string.IsNullOrEmpty(value))
        {
            claims[name] = value;
        }
    }
}
