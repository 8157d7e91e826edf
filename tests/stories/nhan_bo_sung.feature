# language: vi
Tính năng: Nhận giấy tờ bổ sung
  Thời hạn giải quyết được tính lại từ đầu sau khi nhận đủ hồ sơ (Nghị định 61/2018/NĐ-CP, Điều 19
  khoản 4); thủ tục nào có quy định riêng thì chỉ không tính thời gian chờ (Nghị định 63/2024/NĐ-CP,
  Điều 4 khoản 7, giữ tại Nghị định 301/2026/NĐ-CP). Hai cách tính đều được ghi lại.

  Bối cảnh:
    Biết một xã có danh mục thủ tục và lịch làm việc năm 2026

  Tình huống: Tính lại từ đầu
    Biết lúc "09:00 05/10/2026" bà "Đỗ Thị Ưởng" nộp hồ sơ thủ tục "1.004884"
    Khi đến "10:00 08/10/2026"
    Và cán bộ yêu cầu bổ sung "Giấy chứng sinh" vì "chưa có"
    Và đến "10:00 15/10/2026"
    Và người dân bổ sung đủ giấy tờ
    Thì hồ sơ đang ở bước "đang giải quyết"
    Và hồ sơ đang ở "Bộ phận Một cửa"
    Và hẹn trả lúc "17:30 22/10/2026"
    Và hạn ghi trên giấy hẹn đầu tiên vẫn là "17:30 12/10/2026"
    Và nếu tính theo cách kia thì hạn là "17:30 19/10/2026"
    Và hồ sơ có thêm "Giấy chứng sinh"

  Tình huống: Thủ tục liên thông khai sinh chỉ trừ thời gian chờ
    Biết lúc "09:00 05/10/2026" bà "Đỗ Thị Ưởng" nộp hồ sơ thủ tục "3.000722"
    Khi đến "10:00 06/10/2026"
    Và cán bộ yêu cầu bổ sung "Xác nhận của chủ hộ qua VNeID" vì "chưa xác nhận"
    Và đến "09:00 12/10/2026"
    Và người dân bổ sung đủ giấy tờ
    Thì hẹn trả lúc "17:30 14/10/2026"
    Và nếu tính theo cách kia thì hạn là "17:30 15/10/2026"
    Và hạn ghi trên giấy hẹn đầu tiên vẫn là "17:30 08/10/2026"

  Tình huống: Bổ sung sau giờ làm việc thứ Sáu thì tính từ thứ Hai
    Biết lúc "09:00 05/10/2026" bà "Đỗ Thị Ưởng" nộp hồ sơ thủ tục "1.004884"
    Khi cán bộ yêu cầu bổ sung "Giấy chứng sinh" vì "chưa có"
    Và đến "18:00 16/10/2026"
    Và người dân bổ sung đủ giấy tờ
    Thì hẹn trả lúc "17:30 26/10/2026"

  Tình huống: Chưa yêu cầu thì không có gì để nhận
    Biết lúc "09:00 05/10/2026" bà "Đỗ Thị Ưởng" nộp hồ sơ thủ tục "1.004884"
    Khi người dân bổ sung đủ giấy tờ
    Thì chương trình nhắc "đang giải quyết nên không nhận bổ sung được"
