using System.Text.Json;
using System.Text.Json.Serialization;
using ParisPact.Domain.Partners;

namespace ParisPact.Functions.Partners;

/// <summary>The JSON form of a partner, in storage and in the contract alike.</summary>
internal static class PartnerJson
{
    public static JsonSerializerOptions Options { get; } = new(Platform.ContractJson.Options)
    {
        Converters = { new PartnerIds(), new Roles() },
    };

    private sealed class PartnerIds : JsonConverter<PartnerId>
    {
        public override PartnerId Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            PartnerId.TryParse(reader.GetString(), out var id) ? id : throw new JsonException("This is no partner's id.");

        public override void Write(Utf8JsonWriter writer, PartnerId value, JsonSerializerOptions options) => writer.WriteStringValue(value.Value);
    }

    private sealed class Roles : JsonConverter<Role>
    {
        public override Role Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            RoleNames.TryParse(reader.GetString(), out var role) ? role : throw new JsonException("This is no role.");

        public override void Write(Utf8JsonWriter writer, Role value, JsonSerializerOptions options) => writer.WriteStringValue(RoleNames.Of(value));
    }
}
